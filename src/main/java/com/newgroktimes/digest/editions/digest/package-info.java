/** The mail that an edition becomes. */
@NullMarked
package com.newgroktimes.digest.editions.digest;

import org.jspecify.annotations.NullMarked;
