package com.newgroktimes.digest.editions;

import org.jspecify.annotations.Nullable;

/**
 * Where a story stands between us and the readers.
 *
 * @param edition the edition that it is in or was taken out of; null where it is in none
 * @param why     the rule behind it, for a person; null where the status says it all
 */
public record Placement(
        Status status, @Nullable Integer edition, @Nullable String why) {

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
