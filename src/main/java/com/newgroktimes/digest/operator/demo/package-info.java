/** The demonstration (profile {@code demo}): it lives through two weeks of the digest by itself, then leaves the rest to the visitor. */
@NullMarked
package com.newgroktimes.digest.operator.demo;

import org.jspecify.annotations.NullMarked;
