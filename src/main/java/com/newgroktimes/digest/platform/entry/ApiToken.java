package com.newgroktimes.digest.platform.entry;

import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The first API token, from the settings; without one the API lets nobody in. */
@Component
final class ApiToken {

    private final byte @Nullable [] expected;

    ApiToken(OperatorSettings settings) {
        String setting = settings.apiToken();
        expected = setting == null ? null : setting.getBytes(UTF_8);
    }

    boolean isSet() {
        return expected != null;
    }

    /** Takes as long for a wrong token as for the right one. */
    boolean is(String presented) {
        return expected != null && MessageDigest.isEqual(expected, presented.getBytes(UTF_8));
    }
}
