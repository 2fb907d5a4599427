package com.newgroktimes.digest.editions;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strict checks are.
 *
 * @param network what it means that another site did not give what a story names
 */
@ConfigurationProperties("digest.checks")
record CheckSettings(@DefaultValue("look") Network network) {

    enum Network {
        LOOK,
        STOPS
    }
}
