package com.newgroktimes.digest.platform.entry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import com.newgroktimes.digest.platform.StartRefused;

/** @param apiToken a first API token for automation, of 32 characters or more */
@ConfigurationProperties("digest.operator")
record OperatorSettings(@Nullable String apiToken) {

    private static final int SHORTEST = 32;

    OperatorSettings {
        if (apiToken != null && apiToken.length() < SHORTEST) {
            throw new StartRefused(
                    "The setting digest.operator.api-token has %d characters; it needs %d or more."
                            .formatted(apiToken.length(), SHORTEST),
                    "Give digest.operator.api-token (in the environment: %s) a random value, such as the output of: openssl rand -hex 32"
                            .formatted(StartRefused.variable("digest.operator.api-token")));
        }
    }

    /** Without the token, so that logging the settings is harmless. */
    @Override
    public String toString() {
        return "OperatorSettings[]";
    }
}
