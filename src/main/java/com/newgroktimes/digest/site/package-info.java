/** The pages that readers see. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"delivery", "subscribers", "editions", "stories", "mail", "rendering", "platform"})
package com.newgroktimes.digest.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
