package com.newgroktimes.digest.platform.entry;

import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The first API token, from the settings; without one the API lets nobody in. */
@Component
final class ApiToken {

    private static final Logger log = LoggerFactory.getLogger(ApiToken.class);

    private static final String SCHEME = "Bearer ";

    private final byte @Nullable [] expected;

    ApiToken(OperatorSettings settings) {
        String setting = settings.apiToken();
        expected = setting == null ? null : setting.getBytes(UTF_8);
        if (setting == null) {
            log.info("No API token is set (digest.operator.api-token): the API and the meters let nobody in.");
        }
    }

    /** @param authorization the header of that name (RFC 6750 §2.1) */
    boolean isIn(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && is(authorization.substring(SCHEME.length()).strip());
    }

    /** Takes as long for a wrong token as for the right one. */
    boolean is(String presented) {
        return expected != null && MessageDigest.isEqual(expected, presented.getBytes(UTF_8));
    }
}
