package com.newgroktimes.digest.stories;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * Why the page of a story told nothing that its feed leaves out.
 *
 * @param tries   how often it was asked
 * @param againAt null where it is left alone
 */
record PageFault(
        String url, String fault, int tries, @Nullable Instant againAt) {

    Trouble trouble() {
        String next = againAt == null
                ? "It was asked %d times, and is left alone: write the body by hand.".formatted(tries)
                : "It is asked again from %s on.".formatted(againAt.truncatedTo(ChronoUnit.SECONDS));
        return new Trouble(url, "Its page was not read for the body: %s %s".formatted(fault, next), false);
    }
}
