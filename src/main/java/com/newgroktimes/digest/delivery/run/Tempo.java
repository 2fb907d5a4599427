package com.newgroktimes.digest.delivery.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How fast one destination is served that has asked for less: each time it asks, half as fast; each message that it takes, a little
 * faster, until it is as fast as all others. Not for two threads.
 */
final class Tempo {

    private static final long FIRST_INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST_INTERVAL = TimeUnit.SECONDS.toNanos(60);
    private static final long NO_INTERVAL = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long A_BURST = TimeUnit.SECONDS.toNanos(1);

    private long interval;
    private long atLastStep;
    private long next;
    private long slowedAt;

    /** @param now in nanoseconds */
    Tempo(long now) {
        this(now, FIRST_INTERVAL);
    }

    private Tempo(long now, long interval) {
        slow(now, interval);
    }

    /** As fast as it was in an earlier attempt. */
    static Tempo goesOn(long now, Duration interval) {
        return new Tempo(now, Math.min(interval.toNanos(), LONGEST_INTERVAL));
    }

    private void slow(long now, long longer) {
        interval = longer;
        atLastStep = longer;
        slowedAt = now;
        next = now + longer;
    }

    /** What was in hand when it first asked may bring the same answer: a burst counts once. True where it counted. */
    boolean slower(long now) {
        if (now - slowedAt < Math.max(A_BURST, interval)) {
            return false;
        }
        slow(now, Math.min(2 * interval, LONGEST_INTERVAL));
        return true;
    }

    /**
     * It took a message. What was on its way when it asked is no sign. True for each step: it is twice as fast as at the last one, or
     * needs no tempo of its own any more.
     *
     * @param taken when that message was taken in hand
     */
    boolean faster(long taken) {
        if (taken - slowedAt < 0) {
            return false;
        }
        interval -= interval / 5;
        if (interval * 2 > atLastStep && !isOver()) {
            return false;
        }
        atLastStep = interval;
        return true;
    }

    /** It is as fast as all others. */
    boolean isOver() {
        return interval < NO_INTERVAL;
    }

    /** Between two messages. */
    Duration interval() {
        return Duration.ofNanos(interval);
    }

    boolean isDue(long now) {
        return now - next >= 0;
    }

    /** True for whoever may take a delivery now. */
    boolean allows(long now) {
        if (!isDue(now)) {
            return false;
        }
        next = now + interval;
        return true;
    }
}
