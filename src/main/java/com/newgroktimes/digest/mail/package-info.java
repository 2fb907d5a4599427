/** One message, from its parts to bytes to a relay, and what the relay said to it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package com.newgroktimes.digest.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
