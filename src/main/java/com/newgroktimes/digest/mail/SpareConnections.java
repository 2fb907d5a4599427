package com.newgroktimes.digest.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Connections that a single mail has left open for the next one: opening one takes longer than a mail does. Where none comes, they are
 * closed a moment later, so that no relay sees us idle.
 */
final class SpareConnections {

    static final Duration USUALLY_KEPT = Duration.ofSeconds(2);

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final ConcurrentLinkedDeque<Spare> spares = new ConcurrentLinkedDeque<>();
    private final Duration kept;

    private record Spare(Relay.Connection connection, Future<?> closing) {}

    /** @param kept how long each waits for the next mail */
    SpareConnections(Duration kept) {
        this.kept = kept;
    }

    /** The one that was used last. Whoever takes it keeps it back, or closes it. */
    Optional<Relay.Connection> take() {
        return Optional.ofNullable(spares.pollLast()).map(spare -> {
            spare.closing().cancel(false);
            return spare.connection();
        });
    }

    void keep(Relay.Connection connection) {
        Future<?> closing = CLOCK.schedule(() -> closeUnlessTaken(connection), kept.toMillis(), TimeUnit.MILLISECONDS);
        spares.addLast(new Spare(connection, closing));
    }

    void close() {
        for (Optional<Relay.Connection> left = take(); left.isPresent(); left = take()) {
            left.get().close();
        }
    }

    private void closeUnlessTaken(Relay.Connection connection) {
        if (spares.removeIf(spare -> spare.connection() == connection)) {
            connection.close();
        }
    }

    private static ScheduledThreadPoolExecutor clock() {
        var clock = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "spare-connections");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
