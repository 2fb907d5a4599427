/** What feeds and pages have in common: bytes become signs, relative addresses whole ones, HTML the text that it says. */
@NullMarked
package com.newgroktimes.digest.stories.documents;

import org.jspecify.annotations.NullMarked;
