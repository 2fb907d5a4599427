package com.newgroktimes.digest.delivery.run;

import java.util.concurrent.TimeUnit;

/** Messages a minute, over all connections of a run. */
final class Pace {

    private final long interval;
    private long next = System.nanoTime();

    /** @param perMinute 0 is no limit */
    Pace(int perMinute) {
        interval = perMinute == 0 ? 0 : TimeUnit.MINUTES.toNanos(1) / perMinute;
    }

    /** True for whoever may take a delivery now. Asked before the claim: one that waited for pace would be a false UNKNOWN after a crash. */
    synchronized boolean allows() {
        long now = System.nanoTime();
        if (now - next < 0) {
            return false;
        }
        next = Math.max(next, now - interval) + interval;
        return true;
    }
}
