package com.newgroktimes.digest.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition instead of for a time. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Eventually() {}

    /** Fails with the description when half a minute has not made it true. */
    public static void eventually(String description, BooleanSupplier condition) {
        within(PATIENCE, description, condition);
    }

    /** For what takes its time. */
    public static void within(Duration patience, String description, BooleanSupplier condition) {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Not within " + patience.toSeconds() + " s: " + description);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            boolean ignored = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting", e);
        }
    }
}
