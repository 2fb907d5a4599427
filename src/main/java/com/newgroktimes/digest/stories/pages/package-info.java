/** Takes the page of one article apart: what it says of itself for machines first, and then what readers see. */
@NullMarked
package com.newgroktimes.digest.stories.pages;

import org.jspecify.annotations.NullMarked;
