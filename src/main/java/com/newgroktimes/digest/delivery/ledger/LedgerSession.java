package com.newgroktimes.digest.delivery.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.ledger.Settlement.Again;
import com.newgroktimes.digest.delivery.ledger.Settlement.Note;

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
                   and (a.next <> 1 /* SENDING */ or exists (select 1 from reader r where r.id = a.subscriber))
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

    // For one who learnt what became of a message after somebody else had taken the run over and given it up. The
    // number
    // of tries tells that message from a later one to the same reader.
    private static final String LATE = """
            with asked as materialized (
                select *
                  from unnest(?::bigint[], ?::smallint[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::text[])
                       as a (subscriber, tries, next, code, reply, relay_id, reason)
            ), changed as (
                update delivery d
                   set state = a.next, changed_at = ?
                  from asked a
                 where d.edition = %1$d
                   and d.subscriber = a.subscriber
                   and d.state = 6 /* UNKNOWN */
                   and d.tries = a.tries
             returning d.subscriber, d.state, d.tries, a.code, a.reply, a.relay_id, a.reason
            )
            insert into delivery_answer (subscriber, at, edition, state, tries, code, reply, relay_id, reason)
            select subscriber, ?, %1$d, state, tries, code, reply, relay_id, reason from changed
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
        setArray(update, 2, "bigint", changes, Change::subscriber);
        setArray(update, 3, "smallint", changes, change -> change.from().ordinal());
        setArray(update, 4, "smallint", changes, change -> change.to().ordinal());
        setArray(update, 5, "smallint", changes, change -> change.tried() ? 1 : 0);
        setArray(update, 6, "text", changes, ofNote(Note::code));
        setArray(update, 7, "text", changes, ofNote(Note::reply));
        setArray(update, 8, "text", changes, ofNote(Note::relayId));
        setArray(update, 9, "text", changes, ofNote(LedgerSession::reason));
        setArray(update, 10, "timestamptz", changes, ofAgain(Again::firstTried));
        setArray(update, 11, "timestamptz", changes, ofAgain(Again::due));
        update.setObject(12, now);
        update.setObject(13, now);
        return made(changes, update);
    }

    /** How many rows that were UNKNOWN know better now. */
    int writeLate(List<Change> outcomes) throws SQLException {
        try (PreparedStatement update = connection().prepareStatement(LATE.formatted(edition))) {
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            setArray(update, 1, "bigint", outcomes, Change::subscriber);
            setArray(update, 2, "smallint", outcomes, change -> change.triesBefore() + 1);
            setArray(update, 3, "smallint", outcomes, change -> change.to().ordinal());
            setArray(update, 4, "text", outcomes, ofNote(Note::code));
            setArray(update, 5, "text", outcomes, ofNote(Note::reply));
            setArray(update, 6, "text", outcomes, ofNote(Note::relayId));
            setArray(update, 7, "text", outcomes, ofNote(LedgerSession::reason));
            update.setObject(8, now);
            update.setObject(9, now);
            return update.executeUpdate();
        }
    }

    private static Function<Change, @Nullable Object> ofNote(Function<Note, @Nullable String> part) {
        return change -> change.note() == null ? null : part.apply(change.note());
    }

    private static @Nullable String reason(Note note) {
        return note.reason() == null ? null : note.reason().name();
    }

    private static Function<Change, @Nullable Object> ofAgain(Function<Again, Instant> part) {
        return change ->
                change.again() == null ? null : part.apply(change.again()).toString();
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
