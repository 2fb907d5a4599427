package com.newgroktimes.digest.mail.smtp;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Frees a thread that has been writing for too long by closing what it writes to: sockets time out when read only. */
final class Alarm implements AutoCloseable {

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Future<?> bell;

    private Alarm(Future<?> bell) {
        this.bell = bell;
    }

    static Alarm in(Duration time, Closeable stuck) {
        return new Alarm(CLOCK.schedule(() -> close(stuck), time.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        bell.cancel(false);
    }

    private static void close(Closeable stuck) {
        try {
            stuck.close();
        } catch (IOException e) {
            // then its writer sees why
        }
    }

    private static ScheduledThreadPoolExecutor clock() {
        var clock = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "relay-alarm");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
