package com.newgroktimes.digest.delivery.run;

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

    private long interval = FIRST_INTERVAL;
    private long next;
    private long slowedAt;

    /** @param now in nanoseconds */
    Tempo(long now) {
        slowedAt = now;
        next = now + interval;
    }

    /** What was in hand when it first asked may bring the same answer: a burst counts once. True where it counted. */
    boolean slower(long now) {
        if (now - slowedAt < Math.max(A_BURST, interval)) {
            return false;
        }
        interval = Math.min(2 * interval, LONGEST_INTERVAL);
        slowedAt = now;
        next = now + interval;
        return true;
    }

    /**
     * It took a message. What was on its way when it asked is no sign. True when it needs no tempo of its own any more.
     *
     * @param taken when that message was taken in hand
     */
    boolean faster(long taken) {
        if (taken - slowedAt < 0) {
            return false;
        }
        interval -= interval / 5;
        return interval < NO_INTERVAL;
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
