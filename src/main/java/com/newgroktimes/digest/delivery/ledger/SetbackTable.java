package com.newgroktimes.digest.delivery.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.Setback;
import com.newgroktimes.digest.mail.Reason;
import com.newgroktimes.digest.platform.Timestamptz;

/** Deliveries that were put off, refused, given up or not answered: each with the last word about it. */
@Component
public class SetbackTable {

    /** What is UNKNOWN may have been taken over from a run cut short; what was answered before reasons were kept has none. */
    private static final String SETBACKS = """
            select d.subscriber, d.state, d.destination, d.changed_at, a.code, a.reply,
                   case d.state when 6 /* UNKNOWN */ then 'NO_ANSWER' else coalesce(a.reason, 'UNSAID') end as reason
              from delivery d
              left join (select distinct on (subscriber) subscriber, code, reply, reason
                           from delivery_answer
                          where edition = :edition
                            and state in (3, 4, 5, 6)
                          order by subscriber, at desc, tries desc) a
                on a.subscriber = d.subscriber
             where d.edition = :edition
               and d.state in (3 /* PUT_OFF */, 4 /* REFUSED */, 5 /* GAVE_UP */, 6 /* UNKNOWN */)
            """;

    private final JdbcClient database;

    SetbackTable(JdbcClient database) {
        this.database = database;
    }

    /** One delivery, without its reader's address. */
    public record Row(
            long subscriber,
            DeliveryState state,
            Reason reason,
            @Nullable String code,
            @Nullable String reply,
            @Nullable Instant at) {}

    /** How many there are for each reason, destination and state. */
    public List<Setback.Count> counts(int edition) {
        return database.sql("""
                        select s.reason, s.destination, coalesce(t.domain, '') as domain, s.state, count(*) as number
                          from (%s) s
                          left join delivery_total t on t.edition = :edition and t.destination = s.destination
                         group by s.reason, s.destination, t.domain, s.state
                         order by number desc, s.reason, s.destination, s.state
                        """.formatted(SETBACKS))
                .param("edition", edition)
                .query((row, number) -> new Setback.Count(
                        Reason.valueOf(row.getString("reason")),
                        row.getInt("destination"),
                        row.getString("domain"),
                        DeliveryState.values()[row.getInt("state")],
                        row.getLong("number")))
                .list();
    }

    /**
     * Those of one reason, in the order of the readers' numbers.
     *
     * @param destination null is any
     */
    public List<Row> list(int edition, Reason reason, @Nullable Integer destination, long after, int most) {
        return database.sql("""
                        select s.subscriber, s.state, s.reason, s.code, s.reply, s.changed_at as at
                          from (%s) s
                         where s.reason = :reason
                           and (:destination::int is null or s.destination = :destination)
                           and s.subscriber > :after
                         order by s.subscriber
                         limit :most
                        """.formatted(SETBACKS))
                .param("edition", edition)
                .param("reason", reason.name())
                .param("destination", destination)
                .param("after", after)
                .param("most", most)
                .query(SetbackTable::row)
                .list();
    }

    /** The latest tries that did not succeed, whatever became of them since. */
    public List<Row> latest(int edition, int most) {
        return database.sql("""
                        select subscriber, state, reason, code, reply, at
                          from delivery_answer
                         where edition = :edition
                           and reason is not null
                         order by at desc
                         limit :most
                        """)
                .param("edition", edition)
                .param("most", most)
                .query(SetbackTable::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("subscriber"),
                DeliveryState.values()[row.getInt("state")],
                Reason.valueOf(row.getString("reason")),
                row.getString("code"),
                row.getString("reply"),
                Timestamptz.orNull(row, "at"));
    }
}
