package com.newgroktimes.digest.platform.fetch;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import com.newgroktimes.digest.platform.StartRefused;

/**
 * What may be fetched.
 *
 * @param allowedHosts names or addresses of hosts that may be asked although they are not on the open internet, without ports
 */
@ConfigurationProperties("digest.fetch")
record FetchSettings(@DefaultValue List<String> allowedHosts) {

    FetchSettings {
        allowedHosts.stream()
                .filter(host -> !host.matches("[\\w.-]+|\\[?[0-9a-fA-F:.]+]?"))
                .forEach(host -> {
                    throw StartRefused.setting(
                            "digest.fetch.allowed-hosts",
                            host,
                            "it must be the name or address of a host, and nothing else.");
                });
    }
}
