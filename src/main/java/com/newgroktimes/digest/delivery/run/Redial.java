package com.newgroktimes.digest.delivery.run;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A sender that gets no line while others have theirs waits by itself, longer and longer: the relay takes no more. Not for two threads. */
final class Redial {

    static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(1);
    static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(30);

    private final LongSupplier nanos;
    private long pause;
    private long since;

    Redial(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** True where this is not the first time in a row: no passing trouble. */
    boolean refused() {
        boolean again = pause > 0;
        pause = again ? Math.min(2 * pause, LONGEST_PAUSE) : FIRST_PAUSE;
        since = nanos.getAsLong();
        return again;
    }

    void connected() {
        pause = 0;
    }

    boolean isTooEarly() {
        return pause > 0 && nanos.getAsLong() - since < pause;
    }
}
