package com.newgroktimes.digest.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is told to move on. */
public final class SettableClock extends Clock {

    /** A Wednesday: the week of 16 November closed two days ago. */
    public static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

    private final Runnable beforeItMoves;
    private volatile Instant now = START;

    public SettableClock() {
        this(() -> {});
    }

    /** @param beforeItMoves waits for what would take a jump of the clock for its own long silence */
    SettableClock(Runnable beforeItMoves) {
        this.beforeItMoves = beforeItMoves;
    }

    public void reset() {
        now = START;
    }

    public void set(Instant moment) {
        beforeItMoves.run();
        now = moment;
    }

    public void advance(Duration duration) {
        beforeItMoves.run();
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
