package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import static java.time.ZoneOffset.UTC;

/** The editions' own rows, without their stories. */
@Repository
class EditionTable {

    /** Any number that no one else in this database locks. */
    private static final long CONTENT = 0x65646974696F6E73L;

    private final JdbcClient database;
    private final EditionRow row;

    EditionTable(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.row = new EditionRow(json);
    }

    /**
     * Waits until nobody else puts stories into editions, and keeps it so until the transaction ends. Without it a story that
     * arrives while its edition is being made would be seen by neither.
     */
    void lockContent() {
        database.sql("select pg_advisory_xact_lock(:content)")
                .param("content", CONTENT)
                .query((ignored, number) -> number)
                .single();
    }

    /** In the order of their numbers. */
    List<EditionSpan> spans() {
        return database.sql("""
                        select number, week, opens, closes, state, frozen_at
                          from edition
                         order by number
                        """).query(EditionRow::span).list();
    }

    Optional<Edition> find(int number) {
        return database.sql("select * from edition where number = :number")
                .param("number", number)
                .query(row)
                .optional();
    }

    /** Newest first, from the one below this number on. */
    List<Edition> list(int before, int most) {
        return database.sql("select * from edition where number < :before order by number desc limit :most")
                .param("before", before)
                .param("most", most)
                .query(row)
                .list();
    }

    /** The same of those in this state alone. */
    List<Edition> list(int before, int most, EditionState state) {
        return database.sql("""
                        select *
                          from edition
                         where number < :before
                           and state = :state
                         order by number desc
                         limit :most
                        """)
                .param("before", before)
                .param("state", state.name())
                .param("most", most)
                .query(row)
                .list();
    }

    private record InState(EditionState state, int editions) {}

    Map<EditionState, Integer> counts() {
        var counts = new EnumMap<EditionState, Integer>(EditionState.class);
        database.sql("select state, count(*) as editions from edition group by state")
                .query(InState.class)
                .list()
                .forEach(in -> counts.put(in.state(), in.editions()));
        return counts;
    }

    /** Newest first: those whose audience is fixed, and that were not withdrawn. */
    List<Edition> published(int skip, int most) {
        return database.sql("""
                        select *
                          from edition
                         where frozen_at is not null
                           and withdrawn_at is null
                         order by number desc
                        offset :skip
                         limit :most
                        """)
                .param("skip", skip)
                .param("most", most)
                .query(row)
                .list();
    }

    /** Newest first: those that readers were sent, withdrawn since or not. */
    List<Edition> sent(int skip, int most) {
        return database.sql("""
                        select *
                          from edition
                         where frozen_at is not null
                         order by number desc
                        offset :skip
                         limit :most
                        """)
                .param("skip", skip)
                .param("most", most)
                .query(row)
                .list();
    }

    List<Integer> publishedNumbers() {
        return database.sql(
                        "select number from edition where frozen_at is not null and withdrawn_at is null order by number desc")
                .query(Integer.class)
                .list();
    }

    /** Newest first: those that readers were sent, withdrawn since or not. */
    List<Integer> sentNumbers() {
        return database.sql("select number from edition where frozen_at is not null order by number desc")
                .query(Integer.class)
                .list();
    }

    Set<Integer> withdrawnNumbers() {
        return database.sql("select number from edition where withdrawn_at is not null")
                .query(Integer.class)
                .set();
    }

    void begin(EditionSpan span, Instant now) {
        database.sql("""
                        insert into edition (number, week, opens, closes, state, subject, preheader, content_hash, created_at)
                        values (:number, :week, :opens, :closes, 'DRAFT', '', '', '', :now)
                        """)
                .param("number", span.number())
                .param("week", span.week().toString())
                .param("opens", span.window().opens().atOffset(UTC))
                .param("closes", span.window().closes().atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** False where its content is frozen. Otherwise it stays open until the transaction ends. */
    boolean keepOpen(int number) {
        return database.sql("""
                        select true
                          from edition
                         where number = :number
                           and (state in ('DRAFT', 'READY') or mending and state = 'PAUSED')
                           for update
                        """)
                .param("number", number)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void write(int number, String subject, String preheader) {
        database.sql("update edition set subject = :subject, preheader = :preheader where number = :number")
                .param("subject", subject)
                .param("preheader", preheader)
                .param("number", number)
                .update();
    }

    /** @param to DRAFT or READY, as the checks of this content say */
    void stamp(int number, String contentHash, EditionState to) {
        database.sql("""
                        update edition
                           set content_hash = :contentHash,
                               state = :to,
                               reason = null
                         where number = :number
                        """)
                .param("contentHash", contentHash)
                .param("to", to.name())
                .param("number", number)
                .update();
    }

    /** The same for one that is being mended: it stays as it is. */
    void stamp(int number, String contentHash) {
        database.sql("update edition set content_hash = :contentHash where number = :number")
                .param("contentHash", contentHash)
                .param("number", number)
                .update();
    }

    /** For how many the edition before it was approved. */
    Optional<Integer> approvedBefore(int number) {
        return database.sql("""
                        select approved_recipients
                          from edition
                         where number < :number
                           and approved_recipients is not null
                         order by number desc
                         limit 1
                        """).param("number", number).query(Integer.class).optional();
    }
}
