package com.newgroktimes.digest.operator.pages;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an edition under way meets, beside how far it is. Templates read it.
 *
 * @param destinations the largest ones, or all
 * @param more         how many destinations are not shown
 * @param all          whether all were asked for
 * @param latest       the last tries that did not succeed, newest first
 * @param nextTry      when the first of those that were put off is tried again
 * @param connections  how many messages can be in hand at once
 * @param silence      seconds since the last sign of life of whoever sends
 */
public record Course(
        List<DestinationLine> destinations,
        int more,
        boolean all,
        List<SetbackLine> latest,
        @Nullable Instant nextTry,
        int connections,
        long silence) {

    private static final long TOO_LONG = 45;

    /** Whether whoever sends may have stopped. */
    public boolean silent() {
        return silence >= TOO_LONG;
    }
}
