package com.newgroktimes.digest.editions;

import java.time.Instant;

/** What one rule says of one exact content. Several rows may carry the same rule. */
public record Check(String rule, Level level, String message, Instant at) {

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
