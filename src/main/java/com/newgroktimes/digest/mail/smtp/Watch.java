package com.newgroktimes.digest.mail.smtp;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Frees a thread that has been busy on a line for too long, by closing the line: sockets time out when read only, and under TLS not even
 * then. It looks once a second, which costs a message nothing.
 */
final class Watch implements AutoCloseable {

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Closeable line;
    private final Future<?> rounds;
    private volatile Limit limit = Limit.NONE;

    private record Limit(boolean set, long nanos, BooleanSupplier unwanted) {
        static final Limit NONE = new Limit(false, 0, () -> false);

        boolean isOver() {
            return set && (System.nanoTime() - nanos > 0 || unwanted.getAsBoolean());
        }
    }

    Watch(Closeable line) {
        this.line = line;
        rounds = CLOCK.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** What begins now has to be over, and {@link #end} called, in this time. */
    void begin(Duration time) {
        begin(time, () -> false);
    }

    /** @param unwanted asked again and again: true where nobody needs any more what began; it must not wait for anything */
    void begin(Duration time, BooleanSupplier unwanted) {
        limit = new Limit(true, System.nanoTime() + time.toNanos(), unwanted);
    }

    void end() {
        limit = Limit.NONE;
    }

    @Override
    public void close() {
        rounds.cancel(false);
    }

    private void look() {
        if (limit.isOver()) {
            try {
                line.close();
            } catch (IOException e) {
                // then whoever is busy on it sees why
            }
        }
    }

    private static ScheduledThreadPoolExecutor clock() {
        var clock = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "relay-watch");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
