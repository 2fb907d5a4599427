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
 * @param nextAttempt  when those are tried again who are left, between attempts
 * @param halted       names of those that get nothing now, between attempts
 * @param neverTried   how many do not get it, since it ended before their turn came
 * @param connections  how many messages can be in hand at once
 * @param silence      seconds since the last sign of life of whoever sends
 */
public record Course(
        List<DestinationLine> destinations,
        int more,
        boolean all,
        List<SetbackLine> latest,
        @Nullable Instant nextTry,
        @Nullable Instant nextAttempt,
        List<String> halted,
        long neverTried,
        int connections,
        long silence) {

    private static final long TOO_LONG = 45;
    private static final int NAMES = 3;

    public String haltedNames() {
        return first(halted);
    }

    /** The first few: {@code a.example, b.example, c.example +7}. */
    static String first(List<String> names) {
        String told = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
        return names.size() > NAMES ? told + " +" + (names.size() - NAMES) : told;
    }

    /** Whether whoever sends may have stopped. */
    public boolean silent() {
        return silence >= TOO_LONG;
    }
}
