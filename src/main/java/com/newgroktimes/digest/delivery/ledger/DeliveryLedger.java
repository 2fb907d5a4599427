package com.newgroktimes.digest.delivery.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliveryState;

/**
 * Reads the ledger, opens an edition's part of it and closes it. What happens to single deliveries meanwhile is written by the
 * {@link LedgerWriter} alone.
 */
@Component
public class DeliveryLedger {

    private final JdbcClient database;

    DeliveryLedger(JdbcClient database) {
        this.database = database;
    }

    /** Makes room for an edition. Apart from the freeze, since it locks the whole ledger for a moment. */
    public void open(int edition) {
        database.sql(
                        "create table if not exists delivery_%1$d partition of delivery for values in (%1$d) with (fillfactor = 70)"
                                .formatted(edition))
                .update();
        database.sql("create table if not exists delivery_answer_%1$d partition of delivery_answer for values in (%1$d)"
                        .formatted(edition))
                .update();
    }

    /** Deliveries that nobody has tried yet, in key order. */
    public List<Delivery> waiting(int edition, long after, int most) {
        return database.sql("""
                        select d.subscriber, d.state, d.tries, d.variant, d.revision, r.address, r.domain, r.signed_up_at,
                               null::timestamptz as first_tried
                          from delivery d
                          left join reader r on r.id = d.subscriber
                         where d.edition = :edition
                           and d.state = 0 /* WAITING */
                           and d.subscriber > :after
                         order by d.subscriber
                         limit :most
                        """)
                .param("edition", edition)
                .param("after", after)
                .param("most", most)
                .query(DeliveryLedger::delivery)
                .list();
    }

    /** Deliveries that were put off and may be tried again now, in key order. */
    public List<Delivery> due(int edition, Instant now, long after, int most) {
        return database.sql("""
                        select d.subscriber, d.state, d.tries, d.variant, d.revision, r.address, r.domain, r.signed_up_at,
                               t.first_tried
                          from delivery_retry t
                          join delivery d on d.edition = t.edition and d.subscriber = t.subscriber
                          left join reader r on r.id = d.subscriber
                         where t.edition = :edition
                           and t.due_at <= :now
                           and d.edition = :edition
                           and d.state = 3 /* PUT_OFF */
                           and t.subscriber > :after
                         order by t.subscriber
                         limit :most
                        """)
                .param("edition", edition)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("most", most)
                .query(DeliveryLedger::delivery)
                .list();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("subscriber"),
                DeliveryState.values()[row.getInt("state")],
                row.getInt("tries"),
                row.getInt("variant"),
                row.getInt("revision"),
                reader(row),
                instant(row, "first_tried"));
    }

    private static Delivery.@Nullable Reader reader(ResultSet row) throws SQLException {
        String address = row.getString("address");
        Instant signedUpAt = instant(row, "signed_up_at");
        return address == null || signedUpAt == null
                ? null
                : new Delivery.Reader(address, row.getString("domain"), signedUpAt);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** When the first of those that were put off beyond {@code now} may be tried again. */
    public Optional<Instant> nextDue(int edition, Instant now) {
        return database.sql("""
                        select min(t.due_at)
                          from delivery_retry t
                          join delivery d on d.edition = t.edition and d.subscriber = t.subscriber
                         where t.edition = :edition
                           and t.due_at > :now
                           and d.state = 3 /* PUT_OFF */
                        """)
                .param("edition", edition)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    public Tally tally(int edition, Instant rateSince) {
        return database.sql("""
                        select state, count(*) as number, count(*) filter (where changed_at > :since) as lately
                          from delivery
                         where edition = :edition
                         group by state
                        """)
                .param("edition", edition)
                .param("since", rateSince.atOffset(ZoneOffset.UTC))
                .query(Tally::read);
    }

    /** After the last attempt: answers get their key, and nothing is put off any more. */
    public void close(int edition) {
        database.sql("create index if not exists delivery_answer_%1$d_key on delivery_answer_%1$d (subscriber)"
                        .formatted(edition))
                .update();
        database.sql("delete from delivery_retry where edition = :edition")
                .param("edition", edition)
                .update();
    }
}
