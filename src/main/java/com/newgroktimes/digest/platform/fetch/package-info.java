/** Fetching from other sites: bounded, and from the open internet alone. */
@NullMarked
@NamedInterface("fetch")
package com.newgroktimes.digest.platform.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
