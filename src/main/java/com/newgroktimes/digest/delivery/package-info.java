/** Brings one edition to every subscriber, once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"editions", "subscribers", "mail", "mail :: dns", "rendering", "platform"})
package com.newgroktimes.digest.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
