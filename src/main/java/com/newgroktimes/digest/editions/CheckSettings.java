package com.newgroktimes.digest.editions;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strict checks are.
 *
 * @param network      what it means that another site did not give what a story names
 * @param stagingHosts hosts where the site is tried out, which no reader can open
 */
@ConfigurationProperties("digest.checks")
public record CheckSettings(
        @DefaultValue("look") Network network, @DefaultValue List<String> stagingHosts) {

    public enum Network {
        LOOK,
        STOPS
    }
}
