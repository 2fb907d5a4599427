package com.newgroktimes.digest.delivery.testsend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.mail.Reason;

import static java.time.ZoneOffset.UTC;

/** The table {@code test_copy}: what came of each copy. An address that is a reader's stands there as the reader's number alone. */
@Component
class TestCopyTable {

    private final JdbcClient database;

    TestCopyTable(JdbcClient database) {
        this.database = database;
    }

    long add(long send, Addressee addressee) {
        return database.sql("""
                        insert into test_copy (send, subscriber, address, state)
                        values (:send, :subscriber, :address, 'SENDING')
                        returning id
                        """)
                .param("send", send)
                .param("subscriber", addressee.subscriber())
                .param(
                        "address",
                        addressee.subscriber() == null ? addressee.address().key() : null)
                .query(Long.class)
                .single();
    }

    void settle(
            long copy, DeliveryState state, @Nullable Reason reason, @Nullable String code, @Nullable String reply) {
        database.sql("""
                        update test_copy
                           set state = :state, reason = :reason, code = :code, reply = :reply
                         where id = :copy
                           and state = 'SENDING'
                        """)
                .param("copy", copy)
                .param("state", state.name())
                .param("reason", reason == null ? null : reason.name())
                .param("code", code)
                .param("reply", reply)
                .update();
    }

    record CopyRow(
            @Nullable Long subscriber,
            @Nullable String address,
            DeliveryState state,
            @Nullable Reason reason,
            @Nullable String code,
            @Nullable String reply) {}

    /** In the order in which they were named. */
    List<CopyRow> of(long send) {
        return database.sql("select * from test_copy where send = :send order by id")
                .param("send", send)
                .query(TestCopyTable::row)
                .list();
    }

    /** Whom a test was for, as {@link Addressee#kept}. */
    Set<String> named(long send) {
        return database.sql("select coalesce(address, subscriber::text) from test_copy where send = :send")
                .param("send", send)
                .query(String.class)
                .set();
    }

    /** How many copies were offered, or are being offered, after a moment. */
    int offeredSince(Instant moment) {
        return database.sql("""
                        select count(*)
                          from test_copy c
                          join test_send s on s.id = c.send
                         where s.at > :moment
                           and c.state <> 'SKIPPED'
                        """)
                .param("moment", moment.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    /** Whether one of them is in hand: begun after a moment, and not over. */
    boolean isInHand(int edition, Collection<Addressee> addressees, Instant after) {
        return addressees.stream().anyMatch(addressee -> isInHand(edition, addressee, after));
    }

    private boolean isInHand(int edition, Addressee addressee, Instant after) {
        return database.sql("""
                        select exists (
                            select 1
                              from test_copy c
                              join test_send s on s.id = c.send
                             where s.edition = :edition
                               and s.at > :after
                               and c.state = 'SENDING'
                               and (c.subscriber = :subscriber or c.address = :address))
                        """)
                .param("edition", edition)
                .param("after", after.atOffset(UTC))
                .param("subscriber", addressee.subscriber())
                .param("address", addressee.address().key())
                .query(Boolean.class)
                .single();
    }

    /** How many addresses took a test of exactly this. */
    int accepted(int edition, String contentHash) {
        return database.sql("""
                        select count(distinct coalesce(c.address, c.subscriber::text))
                          from test_copy c
                          join test_send s on s.id = c.send
                         where s.edition = :edition
                           and s.content_hash = :contentHash
                           and c.state = 'ACCEPTED'
                        """)
                .param("edition", edition)
                .param("contentHash", contentHash)
                .query(Integer.class)
                .single();
    }

    /** Addresses that were nobody's when they were written down. */
    List<String> strangers() {
        return database.sql("select distinct address from test_copy where address is not null")
                .query(String.class)
                .list();
    }

    void leaveToReader(String address, long reader) {
        database.sql("update test_copy set subscriber = :reader, address = null where address = :address")
                .param("reader", reader)
                .param("address", address)
                .update();
    }

    /** Leaves the number, which names nobody any more. False where there was nothing to forget. */
    boolean forget(long reader, String address) {
        int forgotten = database.sql("""
                        update test_copy
                           set subscriber = :reader, address = null, reply = null
                         where subscriber = :reader
                            or lower(address) = lower(:address)
                        """)
                .param("reader", reader)
                .param("address", address)
                .update();
        return forgotten > 0;
    }

    private static CopyRow row(ResultSet row, int number) throws SQLException {
        @Nullable String reason = row.getString("reason");
        return new CopyRow(
                row.getObject("subscriber", Long.class),
                row.getString("address"),
                DeliveryState.valueOf(row.getString("state")),
                reason == null ? null : Reason.valueOf(reason),
                row.getString("code"),
                row.getString("reply"));
    }
}
