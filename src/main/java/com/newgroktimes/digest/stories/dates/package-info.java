/** Reads dates as feeds and pages write them, in any order, language and zone; what may mean two days is none. */
@NullMarked
package com.newgroktimes.digest.stories.dates;

import org.jspecify.annotations.NullMarked;
