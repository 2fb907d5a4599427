package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static java.time.ZoneOffset.UTC;

/** The editions' own rows, without their stories. */
@Repository
class EditionTable {

    /** Any number that no one else in this database locks. */
    private static final long CONTENT = 0x65646974696F6E73L;

    private final JdbcClient database;
    private final EditionRow row = new EditionRow();

    EditionTable(JdbcClient database) {
        this.database = database;
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

    /** Newest first. */
    List<Edition> list() {
        return database.sql("select * from edition order by number desc")
                .query(row)
                .list();
    }

    /** Newest first: those whose audience is fixed. */
    List<Edition> published(int skip, int most) {
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
        return database.sql("select number from edition where frozen_at is not null order by number desc")
                .query(Integer.class)
                .list();
    }

    Optional<EditionState> state(int number) {
        return database.sql("select state from edition where number = :number")
                .param("number", number)
                .query(EditionState.class)
                .optional();
    }

    List<Integer> in(Collection<EditionState> states) {
        return database.sql("select number from edition where state = any(:states) order by number")
                .param("states", names(states))
                .query(Integer.class)
                .list();
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
                           and state in ('DRAFT', 'READY')
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

    /**
     * False where another node was first, or the edition has moved on meanwhile, or its content is another.
     *
     * @param to HOLDING or SCHEDULED
     */
    boolean approve(int number, String contentHash, EditionState to, int recipients, String by, Instant leaves) {
        return database.sql("""
                        update edition
                           set state = :to,
                               reason = null,
                               leaves_at = :leaves,
                               approved_by = :by,
                               approved_recipients = :recipients
                         where number = :number
                           and state = 'READY'
                           and content_hash = :contentHash
                        """)
                        .param("to", to.name())
                        .param("leaves", leaves.atOffset(UTC))
                        .param("by", by)
                        .param("recipients", recipients)
                        .param("number", number)
                        .param("contentHash", contentHash)
                        .update()
                == 1;
    }

    /** Back among those that take stories: nobody has approved what it becomes. */
    boolean takeBack(int number, Collection<EditionState> from, @Nullable String reason) {
        return database.sql("""
                        update edition
                           set state = 'READY',
                               reason = :reason,
                               leaves_at = null,
                               approved_by = null,
                               approved_recipients = null
                         where number = :number
                           and state = any(:from)
                        """)
                        .param("reason", reason)
                        .param("number", number)
                        .param("from", names(from))
                        .update()
                == 1;
    }

    /** @param ended when it came to its end, if it did now */
    boolean move(
            int number, Set<EditionState> from, EditionState to, @Nullable String reason, @Nullable Instant ended) {
        return database.sql("""
                        update edition
                           set state = :to,
                               reason = :reason,
                               ended_at = :ended
                         where number = :number
                           and state = any(:from)
                        """)
                        .param("to", to.name())
                        .param("reason", reason)
                        .param("ended", ended == null ? null : ended.atOffset(UTC))
                        .param("number", number)
                        .param("from", names(from))
                        .update()
                == 1;
    }

    void freeze(int number, Instant at) {
        database.sql("update edition set frozen_at = coalesce(frozen_at, :at) where number = :number")
                .param("at", at.atOffset(UTC))
                .param("number", number)
                .update();
    }

    private static String[] names(Collection<EditionState> states) {
        return states.stream().map(EditionState::name).toArray(String[]::new);
    }
}
