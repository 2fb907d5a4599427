package com.newgroktimes.digest.delivery.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.platform.Timestamptz;

/**
 * An edition's part of the ledger as a whole: opened, listed, ended and closed. What happens to single deliveries meanwhile is written
 * by the {@link LedgerWriter} alone.
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

    /** @param changedAt null while it is as the freeze left it */
    public record Row(
            long subscriber,
            DeliveryState state,
            int tries,
            int variant,
            int revision,
            @Nullable Instant changedAt) {}

    /**
     * Deliveries in key order.
     *
     * @param state null is any
     */
    public List<Row> list(int edition, @Nullable DeliveryState state, long after, int most) {
        return database.sql("""
                        select subscriber, state, tries, variant, revision, changed_at
                          from delivery
                         where edition = :edition
                           and subscriber > :after
                           and (:state::int is null or state = :state)
                         order by subscriber
                         limit :most
                        """)
                .param("edition", edition)
                .param("after", after)
                .param("state", state == null ? null : state.ordinal())
                .param("most", most)
                .query((row, number) -> new Row(
                        row.getLong("subscriber"),
                        DeliveryState.values()[row.getInt("state")],
                        row.getInt("tries"),
                        row.getInt("variant"),
                        row.getInt("revision"),
                        Timestamptz.orNull(row, "changed_at")))
                .list();
    }

    /** How many were given up, and how many left out. */
    public record Rest(long gaveUp, long skipped) {}

    /** What was tried and put off keeps the last word of its relay; all others get the reason. In the caller's transaction. */
    public Rest giveUpTheRest(int edition, Instant now) {
        return database.sql("""
                        with given_up as (
                            update delivery
                               set state = case when state = 3 and tries > 0 then 5 /* GAVE_UP */ else 7 /* SKIPPED */ end,
                                   changed_at = :now
                             where edition = :edition
                               and state in (0 /* WAITING */, 3 /* PUT_OFF */)
                         returning subscriber, state, tries
                        ), told as (
                            insert into delivery_answer (subscriber, at, edition, state, tries, code, reply)
                            select subscriber, :now, :edition, state, tries, 'TOO_LATE', 'The edition ended before their turn came.'
                              from given_up
                             where state = 7 /* SKIPPED */
                        )
                        select count(*) filter (where state = 5) as gave_up, count(*) filter (where state = 7) as skipped
                          from given_up
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("edition", edition)
                .query(Rest.class)
                .single();
    }

    /**
     * Offers again what has a final result that was not wanted: as if it had not been tried lately. In the caller's transaction.
     *
     * @param state GAVE_UP or UNKNOWN
     */
    public void offerAgain(int edition, DeliveryState state, Instant now) {
        database.sql("""
                        update delivery
                           set state = 0 /* WAITING */, changed_at = :now
                         where edition = :edition
                           and state = :state
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("edition", edition)
                .param("state", state.ordinal())
                .update();
    }

    /** What was put off may be tried now. In the caller's transaction. */
    public void dueNow(int edition, Instant now) {
        database.sql("update delivery_retry set due_at = :now where edition = :edition and due_at > :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("edition", edition)
                .update();
    }

    /** After the last attempt: answers get their key, and nothing is put off or put aside any more. */
    public void close(int edition) {
        if (isOpen(edition)) {
            database.sql("create index if not exists delivery_answer_%1$d_key on delivery_answer_%1$d (subscriber)"
                            .formatted(edition))
                    .update();
        }
        database.sql("delete from delivery_retry where edition = :edition")
                .param("edition", edition)
                .update();
        database.sql("delete from destination_brake where edition = :edition")
                .param("edition", edition)
                .update();
    }

    /** One that was stopped before its audience was to be written down never was. */
    private boolean isOpen(int edition) {
        return database.sql("select to_regclass('delivery_answer_' || :edition) is not null")
                .param("edition", edition)
                .query(Boolean.class)
                .single();
    }

    /** An edition's deliveries and answers go; its totals stay. */
    public void drop(int edition) {
        database.sql("drop table if exists delivery_%1$d, delivery_answer_%1$d".formatted(edition))
                .update();
    }
}
