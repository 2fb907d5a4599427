package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/** A relay that is away is put aside and asked again, by one sender at a time and ever more rarely. */
final class RelayPatience {

    private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(1);
    /** One that is started anew is back before anybody could look. */
    private static final long WORTH_TELLING = TimeUnit.SECONDS.toNanos(5);

    private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(30);

    private final Duration limit;
    private final Clock clock;
    private final LongSupplier nanos;
    private @Nullable Instant awaySince;
    private long awaySinceNanos;
    private boolean told;
    private long askAgainAt;
    private long pause;

    RelayPatience(Duration limit, Clock clock, LongSupplier nanos) {
        this.limit = limit;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** True while the relay is there, and for the one who is to find out whether it is back. */
    synchronized boolean mayAsk() {
        long now = nanos.getAsLong();
        if (awaySince != null && now - askAgainAt < 0) {
            return false;
        }
        if (awaySince != null) {
            pause = Math.min(2 * pause, LONGEST_PAUSE);
            askAgainAt = now + pause;
        }
        return true;
    }

    /** True once it has been away for long enough to be told. */
    synchronized boolean away() {
        long now = nanos.getAsLong();
        if (awaySince == null) {
            awaySince = clock.instant();
            awaySinceNanos = now;
            pause = FIRST_PAUSE;
            askAgainAt = now + pause;
        }
        boolean tells = !told && now - awaySinceNanos >= WORTH_TELLING;
        told |= tells;
        return tells;
    }

    /** True where it was told that it was away. */
    synchronized boolean back() {
        boolean wasTold = told;
        awaySince = null;
        told = false;
        return wasTold;
    }

    synchronized boolean isAway() {
        return awaySince != null;
    }

    synchronized boolean isTold() {
        return told;
    }

    synchronized boolean isExhausted() {
        return awaySince != null && clock.instant().isAfter(awaySince.plus(limit));
    }
}
