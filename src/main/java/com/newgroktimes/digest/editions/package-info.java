/** One week's digest: its window, number, stories, checks and state, and the mail it becomes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"stories", "rendering", "mail", "mail :: dkim", "platform"})
package com.newgroktimes.digest.editions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
