package com.newgroktimes.digest.delivery.ledger;

import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliveryState;

/** An edition's deliveries, counted by the revision that each is, or was, of. */
@Component
public class RevisionTotals {

    private final JdbcClient database;

    RevisionTotals(JdbcClient database) {
        this.database = database;
    }

    /** What the ledger says; once its rows are dropped, what it said last. */
    public Map<Integer, Tally> of(int edition) {
        Map<Integer, Tally> counted = tallies("""
                select revision, state, count(*) as number
                  from delivery
                 where edition = :edition
                 group by revision, state
                """, edition);
        return counted.isEmpty()
                ? tallies("select revision, state, number from delivery_revision where edition = :edition", edition)
                : counted;
    }

    /** Keeps what the ledger says, of an edition that has more than one. */
    public void keep(int edition) {
        database.sql("delete from delivery_revision where edition = :edition")
                .param("edition", edition)
                .update();
        database.sql("""
                        insert into delivery_revision (edition, revision, state, number)
                        select edition, revision, state, count(*)
                          from delivery
                         where edition = :edition
                           and exists (select 1 from delivery where edition = :edition and revision > 1)
                         group by edition, revision, state
                        """).param("edition", edition).update();
    }

    private Map<Integer, Tally> tallies(String query, int edition) {
        Map<Integer, long[]> counts = new HashMap<>();
        database.sql(query).param("edition", edition).query(row -> {
            counts.computeIfAbsent(row.getInt("revision"), ignored -> new long[DeliveryState.values().length])[
                            row.getInt("state")] =
                    row.getLong("number");
        });
        Map<Integer, Tally> tallies = new HashMap<>();
        counts.forEach((revision, byState) -> tallies.put(revision, Tally.of(byState)));
        return tallies;
    }
}
