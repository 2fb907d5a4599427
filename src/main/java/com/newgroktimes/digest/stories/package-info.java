/** Collects the stories and keeps one shape of each, keyed by canonical URL. */
@NullMarked
@ApplicationModule(allowedDependencies = {"rendering", "platform", "platform :: fetch"})
package com.newgroktimes.digest.stories;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
