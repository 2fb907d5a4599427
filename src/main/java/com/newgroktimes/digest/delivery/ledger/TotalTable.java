package com.newgroktimes.digest.delivery.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliveryState;

/** An edition's deliveries, counted by destination and state. */
@Component
public class TotalTable {

    private final JdbcClient database;

    TotalTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * How many deliveries to one destination are in each state.
     *
     * @param destination 0 is all those without a number of their own
     * @param domain      empty for those
     */
    public record Total(int destination, String domain, Tally tally) {}

    /** The largest first, what is left at the end, with those that {@link #unname lost their name}; empty before the freeze. */
    public List<Total> byName(int edition) {
        return database.sql("""
                        select destination, domain,
                               sum(waiting) as waiting, sum(sending) as sending, sum(accepted) as accepted, sum(put_off) as put_off,
                               sum(refused) as refused, sum(gave_up) as gave_up, sum(unknown) as unknown, sum(skipped) as skipped
                          from (select case domain when '' then 0 else destination end as destination, domain,
                                       waiting, sending, accepted, put_off, refused, gave_up, unknown, skipped
                                  from delivery_total
                                 where edition = :edition) named
                         group by destination, domain
                         order by destination = 0, destination
                        """)
                .param("edition", edition)
                .query(TotalTable::total)
                .list();
    }

    /** By number, as a run counts them. */
    public List<Total> of(int edition) {
        return database.sql("""
                        select *
                          from delivery_total
                         where edition = :edition
                         order by destination = 0, destination
                        """)
                .param("edition", edition)
                .query(TotalTable::total)
                .list();
    }

    /** By edition, all its destinations together; those before the freeze are not among them. */
    public Map<Integer, Tally> sums(Collection<Integer> editions) {
        return database
                .sql("""
                        select edition, 0 as destination, '' as domain,
                               sum(waiting) as waiting, sum(sending) as sending, sum(accepted) as accepted, sum(put_off) as put_off,
                               sum(refused) as refused, sum(gave_up) as gave_up, sum(unknown) as unknown, sum(skipped) as skipped
                          from delivery_total
                         where edition = any(:editions)
                         group by edition
                        """)
                .param("editions", editions.toArray(Integer[]::new))
                .query((row, number) ->
                        Map.entry(row.getInt("edition"), total(row, number).tally()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Total total(ResultSet row, int number) throws SQLException {
        return new Total(
                row.getInt("destination"),
                row.getString("domain"),
                Tally.of(
                        row.getLong("waiting"),
                        row.getLong("sending"),
                        row.getLong("accepted"),
                        row.getLong("put_off"),
                        row.getLong("refused"),
                        row.getLong("gave_up"),
                        row.getLong("unknown"),
                        row.getLong("skipped")));
    }

    /** Numbers the destinations that most readers have; all others share 0. Before the audience is written down. */
    void number(int edition, int most, Instant now) {
        database.sql("""
                        insert into delivery_total (edition, destination, domain)
                        select :edition, row_number() over (order by count(*) desc, domain), domain
                          from reader_at(:now)
                         group by domain
                         order by count(*) desc, domain
                         limit :most
                            on conflict (edition, destination) do update set domain = excluded.domain
                        """)
                .param("edition", edition)
                .param("most", most)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One destination of an edition. */
    public record Place(int edition, int destination) {}

    /** The editions in which this domain has a number of its own. */
    public List<Place> named(String domain) {
        return database.sql("select edition, destination from delivery_total where domain = :domain order by edition")
                .param("domain", domain)
                .query((row, number) -> new Place(row.getInt("edition"), row.getInt("destination")))
                .list();
    }

    /** Some of those in its ledger, in the order of their numbers; none once the ledger is dropped. */
    public List<Long> readers(Place place, long after, int most) {
        return database.sql("""
                        select subscriber
                          from delivery
                         where edition = :edition
                           and destination = :destination
                           and subscriber > :after
                         order by subscriber
                         limit :most
                        """)
                .param("edition", place.edition())
                .param("destination", place.destination())
                .param("after", after)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** Whether anybody but these gets the digest at this domain. */
    public boolean hasReaders(String domain, Collection<Long> but, Instant now) {
        return database.sql("select exists (select from reader_at(:now) where domain = :domain and id <> all(:but))")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("domain", domain)
                .param("but", new SqlArrayValue("bigint", but.toArray()))
                .query(Boolean.class)
                .single();
    }

    /** It is one of all others from now on. Its number stays: a run may be counting by it. */
    public void unname(Place place) {
        database.sql("update delivery_total set domain = '' where edition = :edition and destination = :destination")
                .param("edition", place.edition())
                .param("destination", place.destination())
                .update();
    }

    /** Counts the ledger itself, and keeps what it says. */
    public Tally recount(int edition) {
        database.sql("""
                        insert into delivery_total as t
                               (edition, destination, domain, waiting, sending, accepted, put_off, refused, gave_up, unknown, skipped)
                        select :edition, destination, '',
                               count(*) filter (where state = 0), count(*) filter (where state = 1),
                               count(*) filter (where state = 2), count(*) filter (where state = 3),
                               count(*) filter (where state = 4), count(*) filter (where state = 5),
                               count(*) filter (where state = 6), count(*) filter (where state = 7)
                          from delivery
                         where edition = :edition
                         group by destination
                            on conflict (edition, destination) do update
                           set waiting = excluded.waiting, sending = excluded.sending, accepted = excluded.accepted,
                               put_off = excluded.put_off, refused = excluded.refused, gave_up = excluded.gave_up,
                               unknown = excluded.unknown, skipped = excluded.skipped
                        """).param("edition", edition).update();
        return Tally.sum(of(edition).stream().map(Total::tally).toList());
    }

    /** Keeps what its run has counted; changes nothing once another has taken the run over. */
    void keep(int edition, int epoch, Collection<Total> totals) {
        database.sql("""
                        update delivery_total t
                           set waiting = a.waiting, sending = a.sending, accepted = a.accepted, put_off = a.put_off,
                               refused = a.refused, gave_up = a.gave_up, unknown = a.unknown, skipped = a.skipped
                          from unnest(:destinations, :waiting, :sending, :accepted, :putOff, :refused, :gaveUp, :unknown, :skipped)
                                    as a (destination, waiting, sending, accepted, put_off, refused, gave_up, unknown, skipped)
                          join run r on r.edition = :edition and r.epoch = :epoch
                         where t.edition = :edition
                           and t.destination = a.destination
                        """)
                .param("edition", edition)
                .param("epoch", epoch)
                .param("destinations", array("smallint", totals, Total::destination))
                .param("waiting", counts(totals, DeliveryState.WAITING))
                .param("sending", counts(totals, DeliveryState.SENDING))
                .param("accepted", counts(totals, DeliveryState.ACCEPTED))
                .param("putOff", counts(totals, DeliveryState.PUT_OFF))
                .param("refused", counts(totals, DeliveryState.REFUSED))
                .param("gaveUp", counts(totals, DeliveryState.GAVE_UP))
                .param("unknown", counts(totals, DeliveryState.UNKNOWN))
                .param("skipped", counts(totals, DeliveryState.SKIPPED))
                .update();
    }

    private static SqlArrayValue counts(Collection<Total> totals, DeliveryState state) {
        return array("bigint", totals, total -> total.tally().of(state));
    }

    private static SqlArrayValue array(String type, Collection<Total> totals, Function<Total, Object> column) {
        return new SqlArrayValue(type, totals.stream().map(column).toArray());
    }
}
