package com.newgroktimes.digest.delivery.run;

import java.sql.SQLException;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.delivery.ledger.LedgerUnderTest;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

class RunLockTest {

    private final LedgerUnderTest ledger = new LedgerUnderTest();

    @Test
    void aRunHasOneOwner() throws SQLException {
        try (RunLock lock = RunLock.take(ledger.connections, 1).orElseThrow()) {
            assertThat(lock.held()).isTrue();
            assertThat(RunLock.take(ledger.connections, 1)).isEmpty();
            RunLock.take(ledger.connections, 2).orElseThrow().close();
        }
        eventually("it is free again", this::isFree);
    }

    /** The server lets go of it a moment after the connection is gone. */
    private boolean isFree() {
        try {
            Optional<RunLock> taken = RunLock.take(ledger.connections, 1);
            taken.ifPresent(RunLock::close);
            return taken.isPresent();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoeverLosesTheConnectionKnowsWithinSeconds() throws SQLException {
        try (RunLock lock = RunLock.take(ledger.connections, 1).orElseThrow()) {
            ledger.database
                    .sql(
                            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'digest run 1'"
                                    + " and datname = current_database()")
                    .query(Boolean.class)
                    .list();

            eventually("the loss is noticed", () -> !lock.held());
            eventually("it is free again", this::isFree);
        }
    }

    @Test
    void aLockThatWasLetGoBehindOurBackIsNotHeld() throws SQLException {
        try (RunLock lock = RunLock.take(ledger.connections, 1).orElseThrow()) {
            try (var statement = lock.connection().createStatement()) {
                statement.execute("select pg_advisory_unlock_all()");
            }
            eventually("the loss is noticed", () -> !lock.held());
        }
    }
}
