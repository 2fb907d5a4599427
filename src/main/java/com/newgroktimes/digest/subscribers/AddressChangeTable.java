package com.newgroktimes.digest.subscribers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.Timestamptz;

/** The table {@code address_change}. */
@Component
class AddressChangeTable {

    private final JdbcClient database;
    private final Clock clock;

    AddressChangeTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param target number of the row that has the new address
     * @param was    the address before, of one that is done
     */
    record Change(
            long number,
            long subscriber,
            long target,
            Instant asked,
            @Nullable Outcome outcome,
            @Nullable EmailAddress was) {}

    enum Outcome {
        DONE,
        DROPPED
    }

    /**
     * Until the end of the transaction nobody else's address changes: two that swap theirs would wait for each other.
     *
     * <p>Locks are taken in one order: the turn of an import, this one, readers' rows, inboxes. Whoever holds a row does not ask for it any
     * more, unless they have it already.
     */
    void lock() {
        database.sql("select pg_advisory_xact_lock(hashtextextended('address changes', 0))")
                .query()
                .listOfRows();
    }

    /** Its number. One at a time: the one before is dropped. */
    long begin(long subscriber, long target) {
        drop(subscriber);
        return database.sql("""
                        insert into address_change (subscriber, target, asked_at)
                        values (:subscriber, :target, :now)
                        returning number
                        """)
                .param("subscriber", subscriber)
                .param("target", target)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** False where none waits. */
    boolean drop(long subscriber) {
        return database.sql("""
                        update address_change
                           set outcome = 'DROPPED'
                         where subscriber = :subscriber
                           and outcome is null
                        """).param("subscriber", subscriber).update() == 1;
    }

    Optional<Change> find(long number) {
        return database.sql("select * from address_change where number = :number")
                .param("number", number)
                .query(AddressChangeTable::read)
                .optional();
    }

    /** What such a letter is about, while it waits; empty once it is over. */
    Optional<Change> waiting(Letter letter) {
        Long change = letter.change();
        return change == null
                ? waitingAt(letter.subscriber()) // as an earlier release queued it
                : find(change).filter(found -> found.outcome() == null);
    }

    Optional<Change> waitingOf(long subscriber) {
        return database.sql("select * from address_change where subscriber = :subscriber and outcome is null")
                .param("subscriber", subscriber)
                .query(AddressChangeTable::read)
                .optional();
    }

    /** The latest that waits for a press at this address. */
    private Optional<Change> waitingAt(long target) {
        return database.sql("""
                        select *
                          from address_change
                         where target = :target
                           and outcome is null
                         order by number desc
                         limit 1
                        """)
                .param("target", target)
                .query(AddressChangeTable::read)
                .optional();
    }

    /** Whose address it was, the last of them. */
    Optional<Long> hadBefore(EmailAddress address) {
        return database.sql("""
                        select subscriber
                          from address_change
                         where was = :address
                         order by number desc
                         limit 1
                        """)
                .param("address", address.key())
                .query(Long.class)
                .optional();
    }

    /** Newest first. */
    List<EmailAddress> addressesBefore(long subscriber) {
        return database.sql("""
                        select was
                          from address_change
                         where subscriber = :subscriber
                           and was is not null
                         order by number desc
                        """).param("subscriber", subscriber).query(String.class).list().stream()
                .map(EmailAddress::stored)
                .toList();
    }

    /**
     * Both numbers are one from now on. Whatever else waits for a press at either address would find another one there.
     *
     * @param stays whose number it is
     * @param goes  whose it was as well
     */
    void done(Change change, EmailAddress was, long stays, long goes) {
        database.sql("""
                        update address_change
                           set outcome = 'DROPPED'
                         where outcome is null
                           and number <> :number
                           and (subscriber = :goes or target in (:stays, :goes))
                        """)
                .param("number", change.number())
                .param("stays", stays)
                .param("goes", goes)
                .update();
        database.sql("update address_change set outcome = 'DONE', was = :was where number = :number")
                .param("was", was.key())
                .param("number", change.number())
                .update();
        database.sql("update address_change set subscriber = :stays where subscriber = :goes")
                .param("stays", stays)
                .param("goes", goes)
                .update();
    }

    /** Where addresses were wanted and nothing else is known of them: rows that this reader alone has brought here. */
    List<Long> targetsKnownByThisAlone(long subscriber) {
        return database.sql("""
                        select distinct t.id
                          from address_change c
                          join subscriber t on t.id = c.target
                         where c.subscriber = :subscriber
                           and t.id <> :subscriber
                           and t.state = 'PENDING'
                           and t.suppressed is null
                           and not exists (select from evidence e where e.subscriber = t.id and e.what <> all(:ours))
                           and not exists (select from address_change o
                                            where o.target = t.id and o.subscriber <> :subscriber)
                        """)
                .param("subscriber", subscriber)
                .param("ours", new String[] {
                    Act.NAMED_AS_NEW_ADDRESS.words(),
                    Act.NAMED_AS_NEW_ADDRESS_TOO_OFTEN.words(),
                    Act.NEW_ADDRESS_MAILED.words(),
                    Act.MAIL_UNANSWERED.words()
                })
                .query(Long.class)
                .list();
    }

    void forget(long subscriber) {
        database.sql("delete from address_change where subscriber = :subscriber")
                .param("subscriber", subscriber)
                .update();
    }

    private static Change read(ResultSet row, int number) throws SQLException {
        @Nullable String outcome = row.getString("outcome");
        @Nullable String was = row.getString("was");
        return new Change(
                row.getLong("number"),
                row.getLong("subscriber"),
                row.getLong("target"),
                Timestamptz.of(row, "asked_at"),
                outcome == null ? null : Outcome.valueOf(outcome),
                was == null ? null : EmailAddress.stored(was));
    }
}
