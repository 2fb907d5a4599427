package com.newgroktimes.digest.subscribers;

import java.util.Arrays;
import java.util.List;

/** Why an address must not be written to, from the mildest reason to the strictest: a milder one never replaces a stricter. */
public enum Suppression {
    HARD_BOUNCE,
    /** Someone said that the sign-up was not theirs. Holds for a year. */
    NOT_ME,
    COMPLAINT,
    OPERATOR,
    ERASED;

    /** What it takes the place of: the milder ones, and for {@link #NOT_ME} its own earlier date, since its year begins anew. */
    List<String> replaces() {
        return Arrays.stream(values())
                .filter(other -> other.compareTo(this) < 0 || (this == NOT_ME && other == NOT_ME))
                .map(Suppression::name)
                .toList();
    }
}
