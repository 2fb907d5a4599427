package com.newgroktimes.digest.platform.fetch;

import java.net.URI;
import java.time.Duration;

/**
 * What a site answered to whoever only wanted to know whether something is there.
 *
 * @param address   where it was in the end, after all redirects
 * @param settled   as far as redirects for good led from the address that was asked
 * @param status    of the last answer
 * @param redirects how many led there
 * @param took      until that answer
 */
public record Visit(URI address, URI settled, int status, int redirects, Duration took) {}
