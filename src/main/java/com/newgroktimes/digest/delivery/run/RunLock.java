package com.newgroktimes.digest.delivery.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.newgroktimes.digest.delivery.ledger.OwnConnections;

/**
 * The one owner of a run: a session advisory lock on a connection of its own. The server lets go of it the moment that connection
 * is gone, so it is asked again every two seconds whether it still holds.
 */
final class RunLock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RunLock.class);
    private static final int OF_RUNS = 0x44_47_53_54; // tells our locks from those of others in the same database
    private static final long ASKED_EVERY_SECONDS = 2;

    private final Connection connection;
    private final int edition;
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean held = true;

    private RunLock(Connection connection, int edition) {
        this.connection = connection;
        this.edition = edition;
    }

    /** Empty where somebody else is sending this edition. */
    static Optional<RunLock> take(OwnConnections connections, int edition) throws SQLException {
        Connection connection = connections.open("run " + edition);
        try {
            if (!answersTrue(connection, "select pg_try_advisory_lock(%d, %d)".formatted(OF_RUNS, edition))) {
                connection.close();
                return Optional.empty();
            }
        } catch (SQLException e) {
            OwnConnections.drop(connection);
            throw e;
        }
        RunLock lock = new RunLock(connection, edition);
        lock.watch();
        return Optional.of(lock);
    }

    private void watch() {
        Thread watcher = new Thread(this::askAgainAndAgain, "run-lock-" + edition);
        watcher.setDaemon(true);
        watcher.start();
    }

    private void askAgainAndAgain() {
        try {
            while (!released.await(ASKED_EVERY_SECONDS, TimeUnit.SECONDS)) {
                ask();
                if (!held) {
                    log.warn("The lock of the run of edition {} is lost. It claims nothing more.", edition);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Asking for our own backend also finds out a pooler that hands each statement to another session.
    private void ask() {
        try {
            held = answersTrue(connection, """
                    select exists (
                        select 1 from pg_locks
                         where locktype = 'advisory' and classid = %d and objid = %d and objsubid = 2
                           and database = (select oid from pg_database where datname = current_database())
                           and pid = pg_backend_pid() and granted)
                    """.formatted(OF_RUNS, edition));
        } catch (SQLException e) {
            held = false;
        }
    }

    private static boolean answersTrue(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    boolean held() {
        return held;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        held = false;
        released.countDown();
        OwnConnections.drop(connection);
    }
}
