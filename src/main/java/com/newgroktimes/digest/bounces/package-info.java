/** Reads what comes back and decides who must not be written to again. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.newgroktimes.digest.bounces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
