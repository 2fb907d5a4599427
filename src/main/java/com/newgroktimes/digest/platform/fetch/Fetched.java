package com.newgroktimes.digest.platform.fetch;

import java.net.URI;

/**
 * What a site answered.
 *
 * @param address where it was in the end, after all redirects
 */
public record Fetched(URI address, byte[] body) {}
