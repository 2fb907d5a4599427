package com.newgroktimes.digest.delivery.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What became of messages, learnt after somebody else had taken the run over and given them up. */
record LateOutcomes(int edition, List<Change> outcomes) {

    // The number of tries tells that message from a later one to the same reader.
    private static final String STATEMENT = """
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

    /** How many rows that were UNKNOWN know better now. */
    int write(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(STATEMENT.formatted(edition))) {
            Columns columns = new Columns(update, outcomes);
            columns.set(1, "bigint", Change::subscriber);
            columns.set(2, "smallint", change -> change.triesBefore() + 1);
            columns.set(3, "smallint", change -> change.to().ordinal());
            columns.setWords(4);
            OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
            update.setObject(8, at);
            update.setObject(9, at);
            return update.executeUpdate();
        }
    }
}
