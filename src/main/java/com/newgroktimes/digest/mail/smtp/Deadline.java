package com.newgroktimes.digest.mail.smtp;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** The moment at which somebody stops waiting, whatever the phases of a session might take. */
public final class Deadline {

    public static final Deadline NEVER = new Deadline(null);

    /** Zero would be for ever, to a socket. */
    private static final Duration LEAST = Duration.ofMillis(1);

    private final @Nullable Long atNanos;

    private Deadline(@Nullable Long atNanos) {
        this.atNanos = atNanos;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    public boolean isOver() {
        return atNanos != null && left(atNanos).compareTo(LEAST) < 0;
    }

    /** What a phase may take of what it could. */
    Duration most(Duration phase) {
        if (atNanos == null) {
            return phase;
        }
        Duration left = left(atNanos);
        Duration most = left.compareTo(phase) < 0 ? left : phase;
        return most.compareTo(LEAST) < 0 ? LEAST : most;
    }

    private static Duration left(long atNanos) {
        return Duration.ofNanos(atNanos - System.nanoTime());
    }
}
