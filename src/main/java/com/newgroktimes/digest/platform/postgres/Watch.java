package com.newgroktimes.digest.platform.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.newgroktimes.digest.platform.OnceAMinute;

/** Looks after the server every second, and starts it again when it has died, waiting longer each time that fails. */
final class Watch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Server server;
    private final int port;
    private final OnceAMinute deaths = new OnceAMinute(System::nanoTime);
    private final Thread thread;

    private Watch(Server server, int port) {
        this.server = server;
        this.port = port;
        this.thread = new Thread(this::watch, "embedded-postgres-watch");
    }

    /** The port stays the same: the pool and everyone else connects there again. */
    static Watch over(Server server, int port) {
        Watch watch = new Watch(server, port);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        Duration wait = LOOK_EVERY;
        try {
            while (true) {
                Thread.sleep(wait.toMillis());
                wait = isUp() ? LOOK_EVERY : longer(wait);
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private boolean isUp() throws InterruptedException {
        if (server.cluster().running().isPresent()) {
            return true;
        }
        OptionalLong untold = deaths.comesUp();
        untold.ifPresent(more -> log.error(
                "The embedded PostgreSQL has died. Starting it again; its log is in {}.{}",
                server.cluster().directory().resolve("log"),
                OnceAMinute.more(more)));
        try {
            server.bringUp(() -> port);
            log.info("The embedded PostgreSQL is back.");
            return true;
        } catch (IOException | RuntimeException e) {
            untold.ifPresent(
                    more -> log.warn("The embedded PostgreSQL does not start, and is tried again: {}", e.getMessage()));
            return false;
        }
    }

    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
    }

    /** Returns when nobody will start the server any more. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
