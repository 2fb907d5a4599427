/** A template and a model in, HTML and text out. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package com.newgroktimes.digest.rendering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
