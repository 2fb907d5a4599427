package com.newgroktimes.digest.delivery.ledger;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** How many messages were accepted in the last minute. Not for two threads. */
final class Rate {

    private static final int SECONDS = 60;
    private static final long READINGS = 3;

    private final long[] accepted = new long[SECONDS];
    private final long begun;
    private long last;

    /** @param now in nanoseconds */
    Rate(long now) {
        begun = seconds(now);
        last = begun;
    }

    void accepts(long now) {
        turnTo(seconds(now));
        accepted[(int) Math.floorMod(last, SECONDS)]++;
    }

    /** Null until three seconds tell something. */
    @Nullable
    Integer perMinute(long now) {
        turnTo(seconds(now));
        long known = Math.min(last - begun, SECONDS);
        if (known < READINGS) {
            return null;
        }
        long sum = 0;
        for (long number : accepted) {
            sum += number;
        }
        return (int) (sum * SECONDS / known);
    }

    private void turnTo(long second) {
        for (long next = Math.max(last + 1, second - SECONDS + 1); next <= second; next++) {
            accepted[(int) Math.floorMod(next, SECONDS)] = 0;
        }
        last = Math.max(last, second);
    }

    private static long seconds(long nanos) {
        return Math.floorDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
