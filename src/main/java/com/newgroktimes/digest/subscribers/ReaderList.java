package com.newgroktimes.digest.subscribers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody whom we have an address of, to look at. */
@Component
public class ReaderList {

    private static final Duration A_WEEK = Duration.ofDays(7);

    private final JdbcClient database;
    private final Clock clock;

    ReaderList(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Each is counted once: whoever is suppressed, there alone.
     *
     * @param onTheList    those on a break among them
     * @param leftThisWeek those of the left who did so here in the last seven days; a list that came in need not know when
     * @param bounced      those of the suppressed to whom mail came back for good
     */
    public record Totals(long onTheList, long waiting, long left, long leftThisWeek, long suppressed, long bounced) {}

    /** Reads the whole list: a fraction of a second for a million. */
    public Totals totals() {
        return database.sql("""
                        select count(*) filter (where suppressed is null and state = 'CONFIRMED') as on_the_list,
                               count(*) filter (where suppressed is null and state = 'PENDING') as waiting,
                               count(*) filter (where suppressed is null and state = 'UNSUBSCRIBED') as departed,
                               count(*) filter (where suppressed is null and state = 'UNSUBSCRIBED'
                                                  and left_at > :aWeekAgo
                                                  and exists (select from evidence e
                                                               where e.subscriber = s.id
                                                                 and e.what = :unsubscribed
                                                                 and e.at > :aWeekAgo)) as departed_this_week,
                               count(*) filter (where suppressed is not null) as suppressed,
                               count(*) filter (where suppressed = 'HARD_BOUNCE') as bounced
                          from subscriber s
                         where address is not null
                        """)
                .param("unsubscribed", Act.UNSUBSCRIBED.words())
                .param("aWeekAgo", clock.instant().minus(A_WEEK).atOffset(ZoneOffset.UTC))
                .query(ReaderList::read)
                .single();
    }

    /**
     * Newest first.
     *
     * @param before the number that the last list ended with
     */
    public List<Subscriber> newest(long before, int most) {
        return database.sql("""
                        select *
                          from subscriber
                         where id < :before
                           and address is not null
                         order by id desc
                         limit :most
                        """)
                .param("before", before)
                .param("most", most)
                .query(new SubscriberRow())
                .list();
    }

    private static Totals read(ResultSet row, int number) throws SQLException {
        return new Totals(
                row.getLong("on_the_list"),
                row.getLong("waiting"),
                row.getLong("departed"),
                row.getLong("departed_this_week"),
                row.getLong("suppressed"),
                row.getLong("bounced"));
    }
}
