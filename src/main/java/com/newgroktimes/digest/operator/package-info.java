/** Three ways to run the service over the same calls: pages, API and command line. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.newgroktimes.digest.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
