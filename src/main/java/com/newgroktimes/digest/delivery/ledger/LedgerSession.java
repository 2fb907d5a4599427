package com.newgroktimes.digest.delivery.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** The writer's own database session, and the one statement that a send consists of. */
final class LedgerSession implements AutoCloseable {

    // Planned once, for any number of rows: the rows of a group are always looked up by key.
    private static final String SETTINGS = """
            set plan_cache_mode = force_generic_plan;
            set jit = off;
            set enable_seqscan = off;
            set enable_hashjoin = off;
            set enable_mergejoin = off
            """;

    // The edition is written into the statement, so that it is planned for one partition. "for share" makes whoever
    // takes the run over wait for this statement, and this statement wait for them and then find their epoch.
    private static final String STATEMENT = """
            with mine as materialized (
                select 1 from run where edition = %1$d and epoch = ? for share
            ), asked as materialized (
                select *
                  from unnest(?::bigint[], ?::smallint[], ?::smallint[], ?::smallint[],
                              ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                       as a (subscriber, prev, next, tried, code, reply, first_tried, due)
            ), changed as (
                update delivery d
                   set state = a.next, tries = d.tries + a.tried, changed_at = ?
                  from asked a, mine
                 where d.edition = %1$d
                   and d.subscriber = a.subscriber
                   and d.state = a.prev
                   and (a.next <> 1 /* SENDING */ or exists (select 1 from reader r where r.id = a.subscriber))
             returning d.subscriber, d.state, d.tries, a.code, a.reply, a.first_tried, a.due
            ), noted as (
                insert into delivery_answer (subscriber, at, edition, state, tries, code, reply)
                select subscriber, ?, %1$d, state, tries, code, reply from changed where code is not null
            ), put_off as (
                insert into delivery_retry (edition, subscriber, first_tried, due_at)
                select %1$d, subscriber, first_tried, due from changed where due is not null
                    on conflict (edition, subscriber) do update set due_at = excluded.due_at
            )
            select subscriber from changed where state = 1 /* SENDING */
            """;

    private final OwnConnections connections;
    private final String statement;
    private final int epoch;
    private final Clock clock;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement prepared;

    LedgerSession(OwnConnections connections, int edition, int epoch, Clock clock) {
        this.connections = connections;
        this.statement = STATEMENT.formatted(edition);
        this.epoch = epoch;
        this.clock = clock;
    }

    /** Returns, once that is committed, the subscribers that were claimed. */
    Set<Long> write(List<Change> changes) throws SQLException {
        if (changes.isEmpty()) {
            return new HashSet<>();
        }
        PreparedStatement update = prepared();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        update.setInt(1, epoch);
        setArray(update, 2, "bigint", changes, Change::subscriber);
        setArray(update, 3, "smallint", changes, change -> change.from().ordinal());
        setArray(update, 4, "smallint", changes, change -> change.to().ordinal());
        setArray(update, 5, "smallint", changes, change -> change.tried() ? 1 : 0);
        setArray(
                update,
                6,
                "text",
                changes,
                change -> change.note() == null ? null : change.note().code());
        setArray(
                update,
                7,
                "text",
                changes,
                change -> change.note() == null ? null : change.note().reply());
        setArray(
                update,
                8,
                "timestamptz",
                changes,
                change -> change.again() == null ? null : text(change.again().firstTried()));
        setArray(
                update,
                9,
                "timestamptz",
                changes,
                change -> change.again() == null ? null : text(change.again().due()));
        update.setObject(10, now);
        update.setObject(11, now);
        return claimed(update);
    }

    private static String text(Instant moment) {
        return moment.toString();
    }

    private static void setArray(
            PreparedStatement update,
            int index,
            String type,
            List<Change> changes,
            Function<Change, @Nullable Object> column)
            throws SQLException {
        update.setArray(
                index,
                update.getConnection()
                        .createArrayOf(type, changes.stream().map(column).toArray()));
    }

    private static Set<Long> claimed(PreparedStatement update) throws SQLException {
        Set<Long> claimed = new HashSet<>();
        try (ResultSet rows = update.executeQuery()) {
            while (rows.next()) {
                claimed.add(rows.getLong(1));
            }
        }
        return claimed;
    }

    private PreparedStatement prepared() throws SQLException {
        if (prepared == null) {
            connection = connections.open("ledger");
            try (var settings = connection.createStatement()) {
                settings.execute(SETTINGS);
            }
            prepared = connection.prepareStatement(statement);
        }
        return prepared;
    }

    /** The next write opens a new session. */
    @Override
    public void close() {
        OwnConnections.drop(connection);
        connection = null;
        prepared = null;
    }
}
