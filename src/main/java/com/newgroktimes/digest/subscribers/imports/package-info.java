/** Lists of readers as CSV: from elsewhere, one file read line by line and entered block by block, and out again. */
@NullMarked
package com.newgroktimes.digest.subscribers.imports;

import org.jspecify.annotations.NullMarked;
