package com.newgroktimes.digest.operator.pages;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.ledger.OwnConnections;
import com.newgroktimes.digest.delivery.run.SentElsewhere;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.testing.SettableClock;

/**
 * An edition's ledger as it might stand, written down without sending anything: readers 1 to 10 have their deliveries. Until it is
 * closed, the service takes the edition for one that another node sends.
 */
final class LedgerOnPaper implements AutoCloseable {

    private static final OffsetDateTime NOW = SettableClock.START.atOffset(ZoneOffset.UTC);

    private final JdbcClient database;
    private final OwnConnections connections;
    private final int edition;
    private @Nullable SentElsewhere elsewhere;

    LedgerOnPaper(JdbcClient database, OwnConnections connections, int edition) {
        this.database = database;
        this.connections = connections;
        this.edition = edition;
    }

    void isFrozen() {
        elsewhere = new SentElsewhere(connections, edition);
        run("create table delivery_%1$d partition of delivery for values in (%1$d)".formatted(edition));
        run("create table delivery_answer_%1$d partition of delivery_answer for values in (%1$d)".formatted(edition));
        run("insert into delivery_total (edition, destination, domain) values (%d, 1, 'example.org')"
                .formatted(edition));
        // Where the service found the edition in a run, it has begun that one already.
        run(
                "insert into run (edition, epoch, attempt) values (%d, 1, 1) on conflict (edition) do update set epoch = 1, attempt = 1"
                        .formatted(edition));
        run("update edition set frozen_at = now()");
        deliveries("WAITING", 10);
    }

    /** So many of those whose turn has not come; beyond the ten, further ones. */
    void deliveries(String state, int number) {
        run("""
                insert into delivery (edition, subscriber, state, variant, revision, destination)
                select %1$d, n, %2$d, 1, 1, 1 from generate_series(1, %3$d) n
                    on conflict (edition, subscriber) do nothing
                """.formatted(edition, ordinal(state), number));
        became(state, "WAITING", number);
    }

    /** The first so many of them. */
    void became(String state, String before, int number) {
        run("""
                update delivery set state = %d
                 where subscriber in (select subscriber from delivery where state = %d order by subscriber limit %d)
                """.formatted(ordinal(state), ordinal(before), number));
        run("""
                update delivery_total set (waiting, sending, accepted, put_off, refused, gave_up, unknown, skipped) =
                       (select count(*) filter (where state = 0), count(*) filter (where state = 1),
                               count(*) filter (where state = 2), count(*) filter (where state = 3),
                               count(*) filter (where state = 4), count(*) filter (where state = 5), count(*) filter (where state = 6),
                               count(*) filter (where state = 7)
                          from delivery)
                 where destination = 1
                """);
    }

    private static int ordinal(String state) {
        return DeliveryState.valueOf(state).ordinal();
    }

    /** What was said to everyone in this state. */
    void answered(String state, @Nullable String reason, String code, String reply) {
        database.sql("""
                        insert into delivery_answer (subscriber, at, edition, state, tries, code, reply, reason)
                        select subscriber, :now, edition, state, 1, :code, :reply, :reason from delivery where state = :state
                        """)
                .param("now", NOW)
                .param("code", code)
                .param("reply", reply)
                .param("reason", reason)
                .param("state", ordinal(state))
                .update();
    }

    void edition(EditionState state, @Nullable String reason) {
        database.sql("update edition set state = :state, reason = :reason, leaves_at = :leaves")
                .param("state", state.name())
                .param("reason", reason)
                .param("leaves", NOW.plusSeconds(58))
                .update();
    }

    /** The last sign of life was so many seconds ago. */
    void lives(int secondsAgo, @Nullable Integer perMinute) {
        database.sql("update run set counted_at = :at, per_minute = :perMinute")
                .param("at", NOW.minusSeconds(secondsAgo))
                .param("perMinute", perMinute)
                .update();
    }

    /** Those that were put off, in so many minutes. */
    void areDueIn(int minutes) {
        database.sql("""
                        insert into delivery_retry (edition, subscriber, first_tried, due_at)
                        select edition, subscriber, :now, :due from delivery where state = 3 /* PUT_OFF */
                        """)
                .param("now", NOW)
                .param("due", NOW.plusMinutes(minutes))
                .update();
    }

    void brake(String kind, String reply) {
        database.sql("""
                        insert into destination_brake (edition, domain, kind, until, since, reply)
                        values (:edition, 'example.org', :kind, :until, :since, :reply)
                            on conflict (edition, domain) do update set kind = excluded.kind, reply = excluded.reply
                        """)
                .param("edition", edition)
                .param("kind", kind)
                .param("until", NOW.plusMinutes(30))
                .param("since", NOW)
                .param("reply", reply)
                .update();
    }

    /** What holds a destination back does so by this much between two messages. */
    void paces(Duration interval) {
        database.sql("update destination_brake set interval_ms = :millis where edition = :edition")
                .param("millis", interval.toMillis())
                .param("edition", edition)
                .update();
    }

    /** A domain, apart from example.org, with one reader who waits. */
    void hasDomain(String domain, int number) {
        database.sql(
                        "insert into delivery_total (edition, destination, domain, waiting) values (:edition, :number, :domain, 1)")
                .param("edition", edition)
                .param("number", number)
                .param("domain", domain)
                .update();
    }

    /** What one of its domains was told holds for all of the destination. */
    void brake(String kind, String domain, String destination) {
        database.sql("""
                        insert into destination_brake (edition, domain, destination, kind, until, since, reply)
                        values (:edition, :domain, :destination, :kind, :until, :since, '421 4.7.0 later')
                        """)
                .param("edition", edition)
                .param("domain", domain)
                .param("destination", destination)
                .param("kind", kind)
                .param("until", NOW.plusMinutes(30))
                .param("since", NOW)
                .update();
    }

    void hasDestinations(int more) {
        run("""
                insert into delivery_total (edition, destination, domain, accepted)
                select %d, 1 + n, 'provider' || n || '.example', 1 from generate_series(1, %d) n
                """.formatted(edition, more));
    }

    @Override
    public void close() {
        if (elsewhere != null) {
            elsewhere.close();
        }
    }

    private void run(String sql) {
        database.sql(sql).update();
    }
}
