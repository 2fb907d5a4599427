package com.newgroktimes.digest.platform.fetch;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be fetched.
 *
 * @param allowedHosts hosts that may be asked although they are not on the open internet
 */
@ConfigurationProperties("digest.fetch")
record FetchSettings(@DefaultValue List<HostName> allowedHosts) {}
