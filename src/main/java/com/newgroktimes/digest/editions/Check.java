package com.newgroktimes.digest.editions;

import java.time.Instant;

/**
 * What one rule says of one exact content. Several rows may carry the same rule.
 *
 * @param message what it found, in English
 */
public record Check(String rule, Finding finding, String message, Instant at) {

    public Level level() {
        return finding.level();
    }

    public enum Level {
        /** The edition cannot be sent as it is. */
        STOPS,
        /** Worth a look. */
        LOOK,
        FINE,
        /** Nothing answered, so nothing is known. */
        UNCHECKED
    }
}
