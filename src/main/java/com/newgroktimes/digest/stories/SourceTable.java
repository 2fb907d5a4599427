package com.newgroktimes.digest.stories;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.stories.Stories.Collected;

import static java.time.ZoneOffset.UTC;

/** What each source told when it was last asked. */
@Repository
class SourceTable {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    SourceTable(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    void keep(String name, Collected collected) {
        database.sql("""
                        insert into story_source (name, asked_at, added, changed, unchanged, problems)
                        values (:name, :now, :added, :changed, :unchanged, :problems::jsonb)
                        on conflict (name) do update
                           set asked_at = excluded.asked_at,
                               added = excluded.added,
                               changed = excluded.changed,
                               unchanged = excluded.unchanged,
                               problems = excluded.problems
                        """)
                .param("name", name)
                .param("now", clock.instant().atOffset(UTC))
                .param("added", collected.added())
                .param("changed", collected.changed())
                .param("unchanged", collected.unchanged())
                .param("problems", json.writeValueAsString(collected.problems()))
                .update();
    }

    Optional<SourceHealth> find(String kind, String name) {
        return database.sql("select * from story_source where name = :name")
                .param("name", name)
                .query((row, number) -> new SourceHealth(
                        kind,
                        name,
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        new Collected(
                                row.getInt("added"),
                                row.getInt("changed"),
                                row.getInt("unchanged"),
                                json.readValue(row.getString("problems"), new TypeReference<List<String>>() {}))))
                .optional();
    }
}
