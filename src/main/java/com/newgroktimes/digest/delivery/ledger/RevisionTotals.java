package com.newgroktimes.digest.delivery.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

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

    /**
     * By edition and revision: what the ledger says. It is not counted again where an edition has ended and that was kept, and cannot be
     * once its rows are dropped.
     *
     * @param ended those of the editions in which nothing happens any more
     */
    public Map<Integer, Map<Integer, Tally>> of(Collection<Integer> editions, Collection<Integer> ended) {
        Map<Integer, Map<Integer, long[]>> counts = new HashMap<>();
        database.sql("""
                        with known as (
                            select e.edition
                              from unnest(:editions) as e (edition)
                             where exists (select from delivery_revision k where k.edition = e.edition)
                               and (e.edition = any(:ended)
                                    or not exists (select from delivery d where d.edition = e.edition)))
                        select edition, revision, state, number
                          from delivery_revision
                         where edition = any(array(select edition from known))
                         union all
                        select edition, revision, state, count(*)
                          from delivery
                         where edition = any(array(select unnest(:editions) except select edition from known))
                         group by edition, revision, state
                        """)
                .param("editions", editions.toArray(Integer[]::new))
                .param("ended", ended.toArray(Integer[]::new))
                .query(row -> {
                    counts.computeIfAbsent(row.getInt("edition"), ignored -> new HashMap<>())
                                    .computeIfAbsent(
                                            row.getInt("revision"), ignored -> new long[DeliveryState.values().length])[
                                    row.getInt("state")] =
                            row.getLong("number");
                });
        Map<Integer, Map<Integer, Tally>> tallies = new HashMap<>();
        counts.forEach((edition, byRevision) -> tallies.put(edition, tallies(byRevision)));
        return tallies;
    }

    private static Map<Integer, Tally> tallies(Map<Integer, long[]> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Tally.of(entry.getValue())));
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
}
