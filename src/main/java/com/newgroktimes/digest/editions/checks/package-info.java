/** What an edition must have before it may leave, and what deserves a look. */
@NullMarked
package com.newgroktimes.digest.editions.checks;

import org.jspecify.annotations.NullMarked;
