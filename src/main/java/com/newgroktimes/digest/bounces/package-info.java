/**
 * Where returned mail will be read, and where it will be decided who must not be written to again. Nothing is here yet: until then
 * {@code delivery} suppresses whom a relay refuses for good.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.newgroktimes.digest.bounces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
