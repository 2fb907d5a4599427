/** Lists of readers from elsewhere, as CSV: one file read line by line and entered block by block. */
@NullMarked
package com.newgroktimes.digest.subscribers.imports;

import org.jspecify.annotations.NullMarked;
