package com.newgroktimes.digest.delivery.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
                              ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                       as a (subscriber, prev, next, tried, code, reply, relay_id, reason, first_tried, due)
            ), changed as (
                update delivery d
                   set state = a.next, tries = d.tries + a.tried, changed_at = ?
                  from asked a, mine
                 where d.edition = %1$d
                   and d.subscriber = a.subscriber
                   and d.state = a.prev
                   and (a.next <> 1 /* SENDING */ or exists (select 1 from reader_at(?) r where r.id = a.subscriber))
             returning d.subscriber, d.state, d.tries, a.code, a.reply, a.relay_id, a.reason, a.first_tried, a.due
            ), noted as (
                insert into delivery_answer (subscriber, at, edition, state, tries, code, reply, relay_id, reason)
                select subscriber, ?, %1$d, state, tries, code, reply, relay_id, reason from changed where code is not null
            ), put_off as (
                insert into delivery_retry (edition, subscriber, first_tried, due_at)
                select %1$d, subscriber, first_tried, due from changed where due is not null
                    on conflict (edition, subscriber) do update set first_tried = excluded.first_tried, due_at = excluded.due_at
            )
            select subscriber, state from changed
            """;

    private final OwnConnections connections;
    private final int edition;
    private final int epoch;
    private final Clock clock;
    private @Nullable Connection connection;
    private @Nullable PreparedStatement prepared;

    LedgerSession(OwnConnections connections, int edition, int epoch, Clock clock) {
        this.connections = connections;
        this.edition = edition;
        this.epoch = epoch;
        this.clock = clock;
    }

    /** Returns, once that is committed, those that changed their row; the others found it in another state. */
    List<Change> write(List<Change> changes) throws SQLException {
        if (changes.isEmpty()) {
            return List.of();
        }
        PreparedStatement update = prepared();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        update.setInt(1, epoch);
        Columns columns = new Columns(update, changes);
        columns.set(2, "bigint", Change::subscriber);
        columns.set(3, "smallint", change -> change.from().ordinal());
        columns.set(4, "smallint", change -> change.to().ordinal());
        columns.set(5, "smallint", change -> change.tried() ? 1 : 0);
        columns.setWords(6);
        columns.setAgain(10);
        update.setObject(12, now);
        update.setObject(13, now);
        update.setObject(14, now);
        return made(changes, update);
    }

    /** Each row once, also where two asked for it. */
    private static List<Change> made(List<Change> changes, PreparedStatement update) throws SQLException {
        Map<Long, Integer> states = new HashMap<>();
        try (ResultSet rows = update.executeQuery()) {
            while (rows.next()) {
                states.put(rows.getLong(1), rows.getInt(2));
            }
        }
        return changes.stream()
                .filter(change -> states.remove(change.subscriber(), change.to().ordinal()))
                .toList();
    }

    /** Unless one is open, a new one is. */
    Connection connection() throws SQLException {
        if (connection == null) {
            connection = connections.open("ledger");
            try (var settings = connection.createStatement()) {
                settings.execute(SETTINGS);
            }
        }
        return connection;
    }

    private PreparedStatement prepared() throws SQLException {
        if (prepared == null) {
            prepared = connection().prepareStatement(STATEMENT.formatted(edition));
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
