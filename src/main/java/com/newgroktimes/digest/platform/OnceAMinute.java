package com.newgroktimes.digest.platform;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What comes up again and again: told at once, and then at most once a minute, with how often it was not told. */
public final class OnceAMinute {

    private static final long BETWEEN_LINES = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanos;
    private boolean told;
    private long toldAt;
    private long since;

    public OnceAMinute(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** It came up. How often it did since it was told last; empty where it is not to be told yet. */
    public synchronized OptionalLong comesUp() {
        long now = nanos.getAsLong();
        if (told && now - toldAt < BETWEEN_LINES) {
            since++;
            return OptionalLong.empty();
        }
        OptionalLong untold = OptionalLong.of(since);
        told = true;
        toldAt = now;
        since = 0;
        return untold;
    }

    /** As a sentence's end: {@code  (59 more since it was told last)}; nothing where there were none. */
    public static String more(long untold) {
        return untold == 0 ? "" : " (%d more since it was told last)".formatted(untold);
    }
}
