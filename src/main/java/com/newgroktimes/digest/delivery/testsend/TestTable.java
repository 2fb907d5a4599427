package com.newgroktimes.digest.delivery.testsend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.editions.EditionProof;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.mail.Reason;

import static java.time.ZoneOffset.UTC;

/** The tables {@code test_send} and {@code test_copy}. An address that is a reader's stands there as the reader's number alone. */
@Component
class TestTable {

    private final JdbcClient database;

    TestTable(JdbcClient database) {
        this.database = database;
    }

    /** Until the end of the transaction nobody else begins a test. */
    void lock() {
        database.sql("select pg_advisory_xact_lock(hashtextextended('test send', 0))")
                .query()
                .listOfRows();
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
                .param("subscriber", subscriber(addressee))
                .param("address", addressee.address().key())
                .query(Boolean.class)
                .single();
    }

    long begin(EditionProof proof, String by, Instant at) {
        return database.sql("""
                        insert into test_send (edition, content_hash, language, format, operator, at)
                        values (:edition, :contentHash, :language, :format, :by, :at)
                        returning id
                        """)
                .param("edition", proof.edition().number())
                .param("contentHash", proof.edition().contentHash())
                .param("language", proof.rendered().variant().language())
                .param("format", proof.rendered().variant().format())
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    long add(long send, Addressee addressee) {
        return database.sql("""
                        insert into test_copy (send, subscriber, address, state)
                        values (:send, :subscriber, :address, 'SENDING')
                        returning id
                        """)
                .param("send", send)
                .param("subscriber", subscriber(addressee))
                .param(
                        "address",
                        addressee.reader() == null ? addressee.address().key() : null)
                .query(Long.class)
                .single();
    }

    private static @Nullable Long subscriber(Addressee addressee) {
        return addressee.reader() == null ? null : addressee.reader().id();
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

    /** A test without its copies. */
    record SendRow(long id, int edition, String contentHash, Variant variant, String by, Instant at) {}

    record CopyRow(
            @Nullable Long subscriber,
            @Nullable String address,
            DeliveryState state,
            @Nullable Reason reason,
            @Nullable String code,
            @Nullable String reply) {}

    SendRow send(long id) {
        return database.sql("select * from test_send where id = :id")
                .param("id", id)
                .query(TestTable::send)
                .single();
    }

    Optional<SendRow> last(int edition) {
        return database.sql("select * from test_send where edition = :edition order by id desc limit 1")
                .param("edition", edition)
                .query(TestTable::send)
                .optional();
    }

    Optional<SendRow> lastBy(String operator) {
        return database.sql("select * from test_send where operator = :operator order by id desc limit 1")
                .param("operator", operator)
                .query(TestTable::send)
                .optional();
    }

    /** In the order in which they were named. */
    List<CopyRow> copies(long send) {
        return database.sql("select * from test_copy where send = :send order by id")
                .param("send", send)
                .query(TestTable::copy)
                .list();
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

    int drop(Instant before) {
        return database.sql("delete from test_send where at < :before")
                .param("before", before.atOffset(UTC))
                .update();
    }

    private static SendRow send(ResultSet row, int number) throws SQLException {
        return new SendRow(
                row.getLong("id"),
                row.getInt("edition"),
                row.getString("content_hash"),
                new Variant(row.getString("language"), row.getString("format"), List.of()),
                row.getString("operator"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static CopyRow copy(ResultSet row, int number) throws SQLException {
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
