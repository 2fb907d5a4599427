package com.newgroktimes.digest.subscribers;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.Timestamptz;

/** The table {@code subscriber}. */
@Component
class Register {

    private final JdbcClient database;
    private final Clock clock;

    Register(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whoever has been erased is nobody any more. */
    Optional<Subscriber> find(long id) {
        return database.sql("select * from subscriber where id = :id and address is not null")
                .param("id", id)
                .query(new SubscriberRow())
                .optional();
    }

    Optional<Subscriber> find(EmailAddress address) {
        return database.sql("select * from subscriber where address = :address")
                .param("address", address.key())
                .query(new SubscriberRow())
                .optional();
    }

    List<Subscriber> inAnyCase(Collection<EmailAddress> addresses) {
        return database.sql("""
                        select *
                          from subscriber
                         where inbox = any(array(select inbox_of(a) from unnest(:addresses::text[]) a)) -- which has an index
                           and lower(address) = any(array(select lower(a) from unnest(:addresses::text[]) a))
                         order by id
                        """)
                .param("addresses", addresses.stream().map(EmailAddress::key).toArray(String[]::new))
                .query(new SubscriberRow())
                .list();
    }

    /** The strictest that holds for an address in any case. */
    Optional<Suppression> suppression(EmailAddress address) {
        return database.sql("""
                        select suppressed
                          from subscriber
                         where lower(address) = lower(:address)
                           and suppressed is not null
                        """).param("address", address.key()).query(String.class).list().stream()
                .map(Suppression::valueOf)
                .max(Comparator.naturalOrder());
    }

    /** For whoever decides by what it reads: nobody else changes the row until the end of the transaction. */
    Optional<Subscriber> hold(long id) {
        return database.sql("select * from subscriber where id = :id and address is not null for update")
                .param("id", id)
                .query(new SubscriberRow())
                .optional();
    }

    Optional<Subscriber> hold(EmailAddress address) {
        return database.sql("select * from subscriber where address = :address for update")
                .param("address", address.key())
                .query(new SubscriberRow())
                .optional();
    }

    /** Whatever kept mail from this address is over with it. */
    void confirm(long id) {
        database.sql("""
                        update subscriber
                           set state = 'CONFIRMED', confirmed_at = :now, left_at = null,
                               suppressed = null, suppressed_at = null
                         where id = :id
                        """).param("id", id).param("now", now()).update();
    }

    /** False where they had left already. */
    boolean leave(long id) {
        return database.sql("""
                        update subscriber
                           set state = 'UNSUBSCRIBED', left_at = :now
                         where id = :id
                           and state <> 'UNSUBSCRIBED'
                        """).param("id", id).param("now", now()).update() == 1;
    }

    /** To where they were before they left. */
    void comeBack(long id) {
        database.sql("""
                        update subscriber
                           set state = case when confirmed_at is null then 'PENDING' else 'CONFIRMED' end, left_at = null
                         where id = :id
                           and state = 'UNSUBSCRIBED'
                        """).param("id", id).update();
    }

    /** False where it is so already. */
    boolean prefer(long id, Preferences preferences) {
        return database.sql("""
                        update subscriber
                           set format = :format, sections = :sections, break_until = :breakUntil
                         where id = :id
                           and address is not null
                           and (format, sections, break_until)
                               is distinct from (:format, :sections::text[], :breakUntil::timestamptz)
                        """)
                        .param("id", id)
                        .param("format", preferences.format().kept())
                        .param("sections", preferences.sections().toArray(String[]::new))
                        .param("breakUntil", preferences.breakUntil() == null ? null : at(preferences.breakUntil()))
                        .update()
                == 1;
    }

    /** The number that whoever had this one has now. */
    long current(long id) {
        return database.sql("select coalesce(became, id) from subscriber where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElse(id);
    }

    /** All that lead to whoever has this one: theirs, and those that they had. */
    List<Long> numbers(long id) {
        return database.sql("select id from subscriber where id = :id or became = :id order by id")
                .param("id", id)
                .query(Long.class)
                .list();
    }

    /**
     * The same, and nobody else changes them until the end of the transaction: while this waited for its turn, two may have become
     * one.
     */
    long holdCurrent(long id) {
        long found = current(id);
        long held = database.sql("select coalesce(became, id) from subscriber where id = :id for update")
                .param("id", found)
                .query(Long.class)
                .optional()
                .orElse(found);
        return held == found ? held : holdCurrent(held);
    }

    /** Nobody has the first number any more: whatever led to it leads to the other. */
    void become(long goes, long stays) {
        database.sql("""
                        update subscriber
                           set address = null, state = 'UNSUBSCRIBED', left_at = :now,
                               suppressed = 'ERASED', suppressed_at = :now,
                               locale = 'en', format = 'html', sections = '{}', break_until = null,
                               became = :stays
                         where id = :goes
                        """)
                .param("goes", goes)
                .param("stays", stays)
                .param("now", now())
                .update();
        database.sql("update subscriber set became = :stays where became = :goes")
                .param("goes", goes)
                .param("stays", stays)
                .update();
    }

    /** To one that nobody has any more. */
    void readdress(long id, EmailAddress address) {
        database.sql("update subscriber set address = :address where id = :id")
                .param("id", id)
                .param("address", address.key())
                .update();
    }

    /** False where it is so already. */
    boolean speak(long id, String locale) {
        return database.sql("""
                        update subscriber
                           set locale = :locale
                         where id = :id
                           and address is not null
                           and locale <> :locale
                        """).param("id", id).param("locale", locale).update() == 1;
    }

    /** False where it was suppressed already, for this or a stricter reason. */
    boolean suppress(long id, Suppression reason) {
        return database.sql("""
                        update subscriber
                           set suppressed = :reason, suppressed_at = :now
                         where id = :id
                           and (suppressed is null or suppressed = any(:replaces))
                        """)
                        .param("id", id)
                        .param("reason", reason.name())
                        .param("replaces", reason.replaces().toArray(String[]::new))
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Their state stays: who never confirmed, or left, confirms again. */
    void lift(long id) {
        database.sql(
                        "update subscriber set suppressed = null, suppressed_at = null where id = :id and address is not null")
                .param("id", id)
                .update();
    }

    /** What is left tells nothing of them; where they signed up belongs to the proof that they did. */
    void erase(long id) {
        database.sql("""
                        update subscriber
                           set address = null, state = 'UNSUBSCRIBED', left_at = coalesce(left_at, :now),
                               suppressed = 'ERASED', suppressed_at = :now,
                               locale = 'en', format = 'html', sections = '{}', break_until = null
                         where id = :id
                        """).param("id", id).param("now", now()).update();
    }

    Optional<ErasedReader> erased(long id) {
        return database.sql(
                        "select id, suppressed_at from subscriber where id = :id and address is null and became is null")
                .param("id", id)
                .query((row, number) -> new ErasedReader(row.getLong("id"), Timestamptz.of(row, "suppressed_at")))
                .optional();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    Map<Long, String> addresses(Collection<Long> subscribers) {
        Map<Long, String> addresses = new HashMap<>();
        database.sql("select id, address from subscriber where id = any(:subscribers) and address is not null")
                .param("subscribers", new SqlArrayValue("bigint", subscribers.toArray()))
                .query(row -> {
                    addresses.put(row.getLong("id"), row.getString("address"));
                });
        return addresses;
    }
}
