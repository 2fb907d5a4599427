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
import com.newgroktimes.digest.platform.Timestamptz;

/** The deliveries that a run has before it: those that wait, and those that were put off. Reading one is no claim. */
@Component
public class Outstanding {

    private final JdbcClient database;

    Outstanding(JdbcClient database) {
        this.database = database;
    }

    /** Deliveries that nobody has tried yet, in key order. */
    public List<Delivery> waiting(int edition, Instant now, long after, int most) {
        // The reader has a bound of its own, here and below: a merge join would begin with the list's first each time.
        return database.sql("""
                        select d.subscriber, d.state, d.tries, d.variant, d.revision, d.destination, r.address, r.domain, r.signed_up_at,
                               null::timestamptz as first_tried
                          from delivery d
                          left join reader_at(:now) r on r.id = d.subscriber and r.id > :after
                         where d.edition = :edition
                           and d.state = 0 /* WAITING */
                           and d.subscriber > :after
                         order by d.subscriber
                         limit :most
                        """)
                .param("edition", edition)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("most", most)
                .query(Outstanding::delivery)
                .list();
    }

    /** Whose deliveries nobody has tried yet, by domain; an empty one where somebody may not be mailed any more. */
    public List<String> domainsWaiting(int edition, Instant now) {
        return database.sql("""
                        select distinct coalesce(r.domain, '')
                          from delivery d
                          left join reader_at(:now) r on r.id = d.subscriber
                         where d.edition = :edition
                           and d.state = 0 /* WAITING */
                        """)
                .param("edition", edition)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    /** Deliveries that were put off and may be tried again now, in key order. */
    public List<Delivery> due(int edition, Instant now, long after, int most) {
        return database.sql("""
                        select d.subscriber, d.state, d.tries, d.variant, d.revision, d.destination, r.address, r.domain, r.signed_up_at,
                               t.first_tried
                          from delivery_retry t
                          join delivery d on d.edition = t.edition and d.subscriber = t.subscriber
                          left join reader_at(:now) r on r.id = d.subscriber and r.id > :after
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
                .query(Outstanding::delivery)
                .list();
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

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("subscriber"),
                DeliveryState.values()[row.getInt("state")],
                row.getInt("tries"),
                row.getInt("variant"),
                row.getInt("revision"),
                row.getInt("destination"),
                reader(row),
                Timestamptz.orNull(row, "first_tried"));
    }

    private static Delivery.@Nullable Reader reader(ResultSet row) throws SQLException {
        String address = row.getString("address");
        Instant signedUpAt = Timestamptz.orNull(row, "signed_up_at");
        return address == null || signedUpAt == null
                ? null
                : new Delivery.Reader(address, row.getString("domain"), signedUpAt);
    }
}
