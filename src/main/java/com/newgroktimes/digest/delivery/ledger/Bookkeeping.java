package com.newgroktimes.digest.delivery.ledger;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.ledger.RunTable.SignOfLife;

/**
 * What one writer's session writes: the changes as they come, and once a second what they add up to, so that nobody who wants to
 * know how far an edition is has to count a million rows. Not for two threads.
 */
final class Bookkeeping implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Bookkeeping.class);
    private static final long BETWEEN_SIGNS = TimeUnit.SECONDS.toNanos(1);

    private final int edition;
    private final int epoch;
    private final Clock clock;
    private final DeliveryMeter meter;
    private final LedgerSession session;
    private final RunningTotals totals;
    private final LongSupplier nanos;
    private final Rate rate;
    private long lastSign;

    Bookkeeping(
            OwnConnections connections, int edition, int epoch, Clock clock, DeliveryMeter meter, LongSupplier nanos) {
        this.edition = edition;
        this.epoch = epoch;
        this.clock = clock;
        this.meter = meter;
        this.session = new LedgerSession(connections, edition, epoch, clock);
        this.totals = new RunningTotals(edition, epoch);
        this.nanos = nanos;
        this.rate = new Rate(nanos.getAsLong());
        this.lastSign = nanos.getAsLong() - BETWEEN_SIGNS;
    }

    List<Change> write(Group group, List<Change> changes) throws SQLException {
        try {
            totals.begin(session.connection());
            List<Change> made = session.write(changes);
            made.forEach(this::count);
            if (made.size() < changes.size()) {
                writeLate(group.late(made));
            }
            return made;
        } catch (SQLException e) {
            totals.forget();
            throw e;
        } catch (DataAccessException e) {
            totals.forget();
            throw e.getMostSpecificCause() instanceof SQLException cause ? cause : new SQLException(e);
        }
    }

    private void count(Change change) {
        totals.move(change);
        if (!change.isReturn()) {
            meter.count(change.to(), 1);
        }
        if (change.to() == DeliveryState.ACCEPTED) {
            rate.accepts(nanos.getAsLong());
        }
    }

    /** Whoever has taken the run over keeps the totals: those of this writer are written no more, and need not be counted again. */
    private void writeLate(List<Change> late) throws SQLException {
        if (!late.isEmpty() && new LateOutcomes(edition, late).write(session.connection(), clock.instant()) > 0) {
            new TotalTable(database()).recount(edition);
        }
    }

    /** Once a second; where the database is away, at the next. */
    void signOfLife() {
        long now = nanos.getAsLong();
        if (now - lastSign < BETWEEN_SIGNS) {
            return;
        }
        lastSign = now;
        try {
            totals.keep(session.connection());
            new RunTable(database()).lives(edition, epoch, new SignOfLife(clock.instant(), rate.perMinute(now)));
        } catch (SQLException | DataAccessException e) {
            log.warn("How far edition {} is cannot be kept now.", edition, e);
            close();
        }
    }

    private JdbcClient database() throws SQLException {
        return JdbcClient.create(new SingleConnectionDataSource(session.connection(), true));
    }

    /** The next write opens a new session. */
    @Override
    public void close() {
        session.close();
        totals.forget();
    }
}
