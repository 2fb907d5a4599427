/** Three ways to run the service over the same calls: pages, API and command line. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "subscribers",
            "editions",
            "stories",
            "delivery",
            "mail",
            "mail :: dkim",
            "rendering",
            "platform"
        })
package com.newgroktimes.digest.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
