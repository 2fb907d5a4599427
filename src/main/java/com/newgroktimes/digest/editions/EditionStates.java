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

/** Where editions stand, and how they pass from one state to the next: each by one statement that names the states it starts from. */
@Repository
class EditionStates {

    private final JdbcClient database;

    EditionStates(JdbcClient database) {
        this.database = database;
    }

    Optional<EditionState> state(int number) {
        return database.sql("select state from edition where number = :number")
                .param("number", number)
                .query(EditionState.class)
                .optional();
    }

    Optional<Integer> revision(int number) {
        return database.sql("select revision from edition where number = :number")
                .param("number", number)
                .query(Integer.class)
                .optional();
    }

    List<Integer> in(Collection<EditionState> states) {
        return database.sql("select number from edition where state = any(:states) order by number")
                .param("states", names(states))
                .query(Integer.class)
                .list();
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

    /** False where it is not to leave at that moment any more. */
    boolean leave(int number, Instant at) {
        return database.sql("""
                        update edition
                           set state = 'PREPARING',
                               reason = null,
                               ended_at = null
                         where number = :number
                           and state in ('HOLDING', 'SCHEDULED')
                           and leaves_at = :at
                        """)
                        .param("number", number)
                        .param("at", at.atOffset(UTC))
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

    void explain(int number, Set<EditionState> any, @Nullable String reason) {
        database.sql("update edition set reason = :reason where number = :number and state = any(:any)")
                .param("reason", reason)
                .param("number", number)
                .param("any", names(any))
                .update();
    }

    /** Whether its list of readers was made. */
    boolean isFrozen(int number) {
        return database.sql("select frozen_at is not null from edition where number = :number")
                .param("number", number)
                .query(Boolean.class)
                .optional()
                .orElse(false);
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
