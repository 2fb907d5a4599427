/** Brings one edition to every subscriber, once. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.newgroktimes.digest.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
