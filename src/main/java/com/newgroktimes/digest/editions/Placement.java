package com.newgroktimes.digest.editions;

import org.jspecify.annotations.Nullable;

/**
 * Where a story stands between us and the readers.
 *
 * @param edition the edition that it is in or was taken out of; null where it is in none
 * @param rule    the name of the rule behind it, below {@code check.placement} in the message bundles; null where the status says it all
 * @param why     what that rule says, in English; null where there is none
 */
public record Placement(
        Status status,
        @Nullable Integer edition,
        @Nullable String rule,
        @Nullable String why) {

    public Placement(Status status, @Nullable Integer edition) {
        this(status, edition, null, null);
    }

    public enum Status {
        /** It goes into the next edition that is assembled. */
        NEXT,
        IN,
        /** An editor took it out. */
        LEFT_OUT,
        /** It waits for its date of publication. */
        FUTURE,
        /** It waits for its TL;DR. */
        INCOMPLETE,
        /** Too old for any edition to come. */
        OLD,
        WITHDRAWN
    }
}
