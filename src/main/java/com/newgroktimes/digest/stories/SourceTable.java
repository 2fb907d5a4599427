package com.newgroktimes.digest.stories;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Timestamptz;
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
                .param("problems", json.writeValueAsString(collected.troubles()))
                .update();
    }

    Optional<SourceHealth> folder(String name, @Nullable String fault) {
        return find(
                name,
                (askedAt, collected) ->
                        new SourceHealth(SourceHealth.FOLDER, name, askedAt, collected, fault, null, null));
    }

    Optional<Collected> collected(String name) {
        return find(name, (askedAt, collected) -> collected);
    }

    private <T> Optional<T> find(String name, BiFunction<Instant, Collected, T> shape) {
        return database.sql("select * from story_source where name = :name")
                .param("name", name)
                .query((row, number) -> shape.apply(
                        Timestamptz.of(row, "asked_at"),
                        new Collected(
                                row.getInt("added"),
                                row.getInt("changed"),
                                row.getInt("unchanged"),
                                troubles(row.getString("problems")))))
                .optional();
    }

    private List<Trouble> troubles(String kept) {
        return json.readTree(kept).valueStream().map(this::trouble).toList();
    }

    /** Until a source is asked again, its row may be of a time when each trouble was one sentence. */
    private Trouble trouble(JsonNode kept) {
        return kept.isString() ? new Trouble(null, kept.stringValue(), false) : json.treeToValue(kept, Trouble.class);
    }
}
