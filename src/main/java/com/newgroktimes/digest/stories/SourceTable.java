package com.newgroktimes.digest.stories;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Timestamptz;
import com.newgroktimes.digest.stories.Stories.Collected;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toMap;

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
        return told(List.of(name)).stream()
                .findFirst()
                .map(told -> new SourceHealth(
                        SourceHealth.FOLDER,
                        name,
                        null,
                        told.askedAt(),
                        told.collected(),
                        fault,
                        null,
                        null,
                        null,
                        null));
    }

    /** By name; of those that were never asked there is none. */
    Map<String, Collected> collected(Collection<String> names) {
        return told(names).stream().collect(toMap(Told::name, Told::collected));
    }

    private record Told(String name, Instant askedAt, Collected collected) {}

    private List<Told> told(Collection<String> names) {
        return database.sql("select * from story_source where name = any(:names)")
                .param("names", names.toArray(String[]::new))
                .query((row, number) -> new Told(
                        row.getString("name"),
                        Timestamptz.of(row, "asked_at"),
                        new Collected(
                                row.getInt("added"),
                                row.getInt("changed"),
                                row.getInt("unchanged"),
                                troubles(row.getString("problems")))))
                .list();
    }

    private List<Trouble> troubles(String kept) {
        return json.readTree(kept).valueStream().map(this::trouble).toList();
    }

    /** Until a source is asked again, its row may be of a time when each trouble was one sentence. */
    private Trouble trouble(JsonNode kept) {
        return kept.isString() ? new Trouble(null, kept.stringValue(), false) : json.treeToValue(kept, Trouble.class);
    }
}
