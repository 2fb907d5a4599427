package com.newgroktimes.digest.subscribers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Timestamptz;
import com.newgroktimes.digest.subscribers.Asking.State;

/** The tables {@code asking} and {@code asking_reader}. */
@Component
class AskingTable {

    /**
     * A list brought them: a row alone, of an address that somebody only named, is no reason to write there. Who signed up here was
     * asked then, whatever became of the mail.
     */
    private static final String NEVER_ASKED = """
              from subscriber s
             where s.state = 'PENDING'
               and s.suppressed is null
               and s.address is not null
               and not exists (select from evidence e where e.subscriber = s.id and e.what = any(:asked))
               and not exists (select from asking_reader r where r.subscriber = s.id and r.claimed_at is not null)
               and exists (select from evidence e
                            where e.subscriber = s.id
                              and starts_with(e.what, :imported)
                              and (:import::bigint is null or e.origin like 'import ' || :import || ' by %'))
            """;

    private static final String[] ASKED = {
        Act.SIGNED_UP.words(),
        Act.ADDED.words(),
        Act.CONFIRMATION_MAILED.words(),
        Act.ASKED_TO_CONFIRM.words(),
        Act.NAMED_AS_NEW_ADDRESS.words()
    };

    private static final String WITH_COUNTS = """
            select a.*,
                   (select count(*) from asking_reader r where r.asking = a.number and r.asked) as asked,
                   (select count(*) from asking_reader r where r.asking = a.number and not r.asked) as left_out,
                   (select count(*) from asking_reader r where r.asking = a.number and r.claimed_at is null) as left
              from asking a
            """;

    private final JdbcClient database;
    private final Clock clock;

    AskingTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    boolean knowsImport(long number) {
        return database.sql("select exists (select from subscriber_import where number = :number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    long countWaiting(@Nullable Long importNumber) {
        return neverAsked("select count(*)" + NEVER_ASKED, importNumber)
                .query(Long.class)
                .single();
    }

    /** Its number. Fails on the key where another is under way. */
    long begin(@Nullable Long importNumber, String by) {
        long number = database.sql("""
                        insert into asking (import, operator, began_at)
                        values (:import, :operator, :now)
                        returning number
                        """)
                .param("import", importNumber)
                .param("operator", by)
                .param("now", now())
                .query(Long.class)
                .single();
        neverAsked("insert into asking_reader (asking, subscriber) select :asking, s.id" + NEVER_ASKED, importNumber)
                .param("asking", number)
                .update();
        return number;
    }

    private JdbcClient.StatementSpec neverAsked(String sql, @Nullable Long importNumber) {
        return database.sql(sql)
                .param("asked", ASKED)
                .param("imported", Act.IMPORTED.words())
                .param("import", importNumber);
    }

    /** The next one to be asked, whom nobody else takes now; empty where nobody is left, or where it was stopped. */
    Optional<Long> claim(long asking) {
        return database.sql("""
                        update asking_reader r
                           set claimed_at = :now
                         where r.asking = :asking
                           and r.subscriber = (select subscriber
                                                 from asking_reader
                                                where asking = :asking
                                                  and claimed_at is null
                                                order by subscriber
                                                limit 1
                                                  for update skip locked)
                           and exists (select from asking a where a.number = :asking and a.ended_at is null for share)
                        returning r.subscriber
                        """)
                .param("asking", asking)
                .param("now", now())
                .query(Long.class)
                .optional();
    }

    void settle(long asking, long subscriber, boolean asked) {
        database.sql("update asking_reader set asked = :asked where asking = :asking and subscriber = :subscriber")
                .param("asked", asked)
                .param("asking", asking)
                .param("subscriber", subscriber)
                .update();
    }

    void stop(long number) {
        database.sql("update asking set stopped_at = :now, ended_at = :now where number = :number and ended_at is null")
                .param("now", now())
                .param("number", number)
                .update();
    }

    void end(long number) {
        database.sql("update asking set ended_at = :now where number = :number and ended_at is null")
                .param("now", now())
                .param("number", number)
                .update();
    }

    Asking find(long number) {
        return database.sql(WITH_COUNTS + " where a.number = :number")
                .param("number", number)
                .query(AskingTable::read)
                .single();
    }

    Optional<Asking> latest() {
        return database.sql(WITH_COUNTS + " order by a.number desc limit 1")
                .query(AskingTable::read)
                .optional();
    }

    private static Asking read(ResultSet row, int number) throws SQLException {
        return new Asking(
                row.getLong("number"),
                row.getObject("import", Long.class),
                state(row),
                row.getString("operator"),
                Timestamptz.of(row, "began_at"),
                row.getLong("asked"),
                row.getLong("left_out"),
                row.getLong("left"));
    }

    private static State state(ResultSet row) throws SQLException {
        if (Timestamptz.orNull(row, "ended_at") == null) {
            return State.UNDER_WAY;
        }
        return Timestamptz.orNull(row, "stopped_at") == null ? State.DONE : State.STOPPED;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
