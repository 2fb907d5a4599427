package com.newgroktimes.digest.delivery.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A relay that is away costs no reader a try: it is put aside and asked again, by one sender at a time and ever more rarely. */
final class RelayPatience {

    private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(30);

    private final long limit;
    private boolean away;
    private long awaySince;
    private long askAgainAt;
    private long pause;

    RelayPatience(Duration limit) {
        this.limit = limit.toNanos();
    }

    /** True while the relay is there, and for the one who is to find out whether it is back. */
    synchronized boolean mayAsk() {
        long now = System.nanoTime();
        if (away && now - askAgainAt < 0) {
            return false;
        }
        if (away) {
            pause = Math.min(2 * pause, LONGEST_PAUSE);
            askAgainAt = now + pause;
        }
        return true;
    }

    synchronized void away() {
        if (!away) {
            away = true;
            awaySince = System.nanoTime();
            pause = FIRST_PAUSE;
            askAgainAt = awaySince + pause;
        }
    }

    synchronized void back() {
        away = false;
    }

    synchronized boolean isExhausted() {
        return away && System.nanoTime() - awaySince > limit;
    }
}
