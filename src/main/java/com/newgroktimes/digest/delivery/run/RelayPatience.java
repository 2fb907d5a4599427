package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** A relay that is away costs no reader a try: it is put aside and asked again, by one sender at a time and ever more rarely. */
final class RelayPatience {

    private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(30);

    private final Duration limit;
    private final Clock clock;
    private @Nullable Instant awaySince;
    private long askAgainAt;
    private long pause;

    RelayPatience(Duration limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** True while the relay is there, and for the one who is to find out whether it is back. */
    synchronized boolean mayAsk() {
        long now = System.nanoTime();
        if (awaySince != null && now - askAgainAt < 0) {
            return false;
        }
        if (awaySince != null) {
            pause = Math.min(2 * pause, LONGEST_PAUSE);
            askAgainAt = now + pause;
        }
        return true;
    }

    /** True where it was there until now. */
    synchronized boolean away() {
        if (awaySince != null) {
            return false;
        }
        awaySince = clock.instant();
        pause = FIRST_PAUSE;
        askAgainAt = System.nanoTime() + pause;
        return true;
    }

    /** True where it was away until now. */
    synchronized boolean back() {
        boolean wasAway = awaySince != null;
        awaySince = null;
        return wasAway;
    }

    synchronized boolean isExhausted() {
        return awaySince != null && clock.instant().isAfter(awaySince.plus(limit));
    }
}
