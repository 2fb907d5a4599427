package com.newgroktimes.digest.delivery.run;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/** Messages a minute, over all connections that share it. */
final class RateLimit {

    private final long interval;
    private final @Nullable RateLimit around;
    private final LongSupplier nanos;
    private long next;

    /** @param perMinute 0 is no limit */
    RateLimit(int perMinute) {
        this(perMinute, null, System::nanoTime);
    }

    RateLimit(int perMinute, LongSupplier nanos) {
        this(perMinute, null, nanos);
    }

    /** @param around another one that has to allow it too */
    RateLimit(int perMinute, RateLimit around) {
        this(perMinute, around, System::nanoTime);
    }

    private RateLimit(int perMinute, @Nullable RateLimit around, LongSupplier nanos) {
        this.interval = perMinute == 0 ? 0 : TimeUnit.MINUTES.toNanos(1) / perMinute;
        this.around = around;
        this.nanos = nanos;
        this.next = nanos.getAsLong();
    }

    /** True for whoever may take a delivery now. Asked before the claim: one that waited for pace would be a false UNKNOWN after a crash. */
    synchronized boolean allows() {
        long now = nanos.getAsLong();
        if (now - next < 0 || (around != null && !around.allows())) {
            return false;
        }
        next = Math.max(next, now - interval) + interval;
        return true;
    }

    boolean isLimited() {
        return interval > 0;
    }
}
