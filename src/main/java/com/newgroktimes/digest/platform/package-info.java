/** What every other package stands on: clock, publication, signed links, who may enter, the embedded database. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.newgroktimes.digest.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
