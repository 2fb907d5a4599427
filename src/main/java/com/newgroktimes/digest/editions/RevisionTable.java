package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.editions.Edition.Remark;

import static java.time.ZoneOffset.UTC;

/** What became of editions once they were out: their revisions, and what was said of them. */
@Repository
class RevisionTable {

    private final JdbcClient database;
    private final JsonMapper json;

    RevisionTable(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** False where it is not paused. It keeps what its readers have got, and has a revision that nobody has. */
    boolean begin(Edition edition) {
        database.sql("""
                        insert into edition_revision (edition, revision, content_hash, content)
                        values (:edition, :revision, :contentHash, :content::jsonb)
                        """)
                .param("edition", edition.number())
                .param("revision", edition.revision())
                .param("contentHash", edition.contentHash())
                .param("content", json.writeValueAsString(edition))
                .update();
        return database.sql("""
                        update edition
                           set revision = revision + 1, mending = true
                         where number = :edition
                           and state = 'PAUSED'
                           and not mending
                        """).param("edition", edition.number()).update() == 1;
    }

    /** From here on it is sent, and is not changed any more. */
    void end(int edition, Instant now) {
        database.sql("update edition set mending = false, mended_at = :now where number = :edition and mending")
                .param("now", now.atOffset(UTC))
                .param("edition", edition)
                .update();
    }

    /** By edition, oldest first; those that have none are not among them. */
    Map<Integer, List<Revision>> earlier(Collection<Integer> editions) {
        Map<Integer, List<Revision>> earlier = new HashMap<>();
        database.sql("""
                        select edition, revision, content_hash
                          from edition_revision
                         where edition = any(:editions)
                         order by edition, revision
                        """).param("editions", editions.toArray(Integer[]::new)).query(row -> {
            earlier.computeIfAbsent(row.getInt("edition"), ignored -> new ArrayList<>())
                    .add(new Revision(row.getInt("revision"), row.getString("content_hash")));
        });
        return earlier;
    }

    /** As readers got it last. */
    Optional<Edition> content(int edition, int revision) {
        return database.sql("select content from edition_revision where edition = :edition and revision = :revision")
                .param("edition", edition)
                .param("revision", revision)
                .query(String.class)
                .optional()
                .map(written -> json.readValue(written, Edition.class));
    }

    /** False where it is not out, or not any more. */
    boolean correct(int edition, Remark correction) {
        return database.sql("""
                        update edition
                           set corrections = corrections || :correction::jsonb
                         where number = :edition
                           and frozen_at is not null
                           and withdrawn_at is null
                        """)
                        .param("correction", json.writeValueAsString(List.of(correction)))
                        .param("edition", edition)
                        .update()
                == 1;
    }

    /** False where it was withdrawn already, or is under way. */
    boolean withdraw(int edition, Remark why) {
        return database.sql("""
                        update edition
                           set withdrawn_at = :at, withdrawn_why = :why
                         where number = :edition
                           and withdrawn_at is null
                           and frozen_at is not null
                           and state in ('SENT', 'SENT_PROBLEMS', 'STOPPED')
                        """)
                        .param("at", why.at().atOffset(UTC))
                        .param("why", why.why())
                        .param("edition", edition)
                        .update()
                == 1;
    }
}
