package com.newgroktimes.digest.delivery.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.LatestDeliveries;
import com.newgroktimes.digest.delivery.LatestDeliveries.One;
import com.newgroktimes.digest.platform.Timestamptz;

/** The ledger as it looks from a reader: each edition is asked for them by its key. */
@Component
public class LatestTable {

    /** About a year: a reader is looked up in each. */
    private static final int EDITIONS = 52;

    private final JdbcClient database;

    LatestTable(JdbcClient database) {
        this.database = database;
    }

    public Map<Long, LatestDeliveries> of(Collection<Long> readers) {
        Map<Long, LatestDeliveries> latest = new HashMap<>();
        database.sql("""
                        select distinct on (d.subscriber, d.state = 2 /* ACCEPTED */)
                               d.subscriber, d.edition, d.state, d.changed_at
                          from (select edition from run order by edition desc limit :editions) r
                          cross join lateral (select *
                                                from delivery
                                               where edition = r.edition
                                                 and subscriber = any(:readers)
                                                 and state between 2 /* ACCEPTED */ and 6 /* UNKNOWN */
                                              offset 0) d
                         order by d.subscriber, d.state = 2 /* ACCEPTED */, d.edition desc
                        """)
                .param("editions", EDITIONS)
                .param("readers", new SqlArrayValue("bigint", readers.toArray()))
                .query(row -> {
                    One one = new One(
                            row.getInt("edition"),
                            DeliveryState.values()[row.getInt("state")],
                            Timestamptz.orNull(row, "changed_at"));
                    latest.merge(
                            row.getLong("subscriber"),
                            LatestDeliveries.NONE.with(one),
                            (before, now) -> before.with(one));
                });
        return latest;
    }
}
