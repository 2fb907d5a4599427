/** What the whole service promises, in the product's language. */
@NullMarked
package com.newgroktimes.digest.journeys;

import org.jspecify.annotations.NullMarked;
