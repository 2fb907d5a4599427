package com.newgroktimes.digest.platform.entry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param apiToken a first API token for automation, of 32 characters or more */
@ConfigurationProperties("digest.operator")
record OperatorSettings(@Nullable String apiToken) {

    /** Without the token, so that logging the settings is harmless. */
    @Override
    public String toString() {
        return "OperatorSettings[]";
    }
}
