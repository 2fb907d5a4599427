/** The console: pages with which a person runs the service. */
@NullMarked
package com.newgroktimes.digest.operator.pages;

import org.jspecify.annotations.NullMarked;
