package com.newgroktimes.digest.platform.fetch;

import java.time.Duration;

/**
 * What a site answered to whoever only wanted to know whether something is there.
 *
 * @param status    of the last answer
 * @param redirects how many led there
 * @param took      until that answer
 */
public record Visit(int status, int redirects, Duration took) {}
