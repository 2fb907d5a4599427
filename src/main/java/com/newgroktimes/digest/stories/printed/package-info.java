/** Reads the article as the site prints it: plain text in a fixed order of blocks, any of which may be missing. */
@NullMarked
package com.newgroktimes.digest.stories.printed;

import org.jspecify.annotations.NullMarked;
