/** Who asked for the digest, how we know, and whether we may still write. */
@NullMarked
@ApplicationModule(allowedDependencies = {"mail", "mail :: dns", "rendering", "platform"})
package com.newgroktimes.digest.subscribers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
