package com.newgroktimes.digest.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Sha256;
import com.newgroktimes.digest.platform.Timestamptz;

import static java.time.ZoneOffset.UTC;

/** What sources told of the stories, in the stories' rows. In the caller's transaction. */
@Repository
class Tellings {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    Tellings(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** False where the story is there already. */
    boolean add(Telling now, String source) {
        return told(database.sql("""
                                insert into story (url, content, published_at, picture, tldr_proposed, source, teller, telling, first_seen, changed_at)
                                values (:url, :content::jsonb, :publishedAt, :picture, :tldrProposed, :source, :source, :telling::jsonb, :now, :now)
                                on conflict (url) do nothing
                                """), now, source)
                        .param("url", now.story().url())
                        .params(new StoryColumns(now.story(), now.tldrProposed()).parameters(json))
                        .param("now", now().atOffset(UTC))
                        .update()
                == 1;
    }

    /** Nobody else changes it until the transaction ends. */
    ToldStory keep(Telling now) {
        return database.sql("""
                        select id, content, tldr_proposed, telling, told, teller, left_off, other_tellings
                          from story
                         where url = :url
                           for update
                        """)
                .param("url", now.story().url())
                .query((row, number) -> known(row, now))
                .single();
    }

    /** By address, those of which is on record what was told. */
    Map<String, ToldStory> known(Collection<String> urls) {
        Map<String, ToldStory> known = new HashMap<>();
        database.sql("""
                        select url, id, content, tldr_proposed, telling, teller, left_off, other_tellings
                          from story
                         where url = any(:urls)
                           and telling is not null
                        """).param("urls", urls.toArray(String[]::new)).query(row -> {
            known.put(row.getString("url"), known(row, json.readValue(row.getString("telling"), Telling.class), true));
        });
        return known;
    }

    private ToldStory known(ResultSet row, Telling now) throws SQLException {
        String telling = row.getString("telling");
        return telling == null
                ? known(row, taken(story(row), row.getString("tldr_proposed"), row.getString("told"), now), false)
                : known(row, json.readValue(telling, Telling.class), true);
    }

    private ToldStory known(ResultSet row, @Nullable Telling before, boolean recorded) throws SQLException {
        return new ToldStory(
                row.getLong("id"),
                story(row),
                row.getString("tldr_proposed"),
                before,
                recorded,
                row.getString("teller"),
                row.getBoolean("left_off"),
                others(row.getString("other_tellings")));
    }

    private OtherTellings others(@Nullable String written) {
        return written == null ? OtherTellings.NONE : json.readValue(written, OtherTellings.class);
    }

    private Story story(ResultSet row) throws SQLException {
        return json.readValue(row.getString("content"), Story.class);
    }

    /** Of a row of before only a hash says what was told. Where that is of something else, what is kept counts as told. */
    private @Nullable Telling taken(Story kept, @Nullable String proposed, @Nullable String hash, Telling now) {
        if (hash == null) {
            return null;
        }
        boolean same = Sha256.of(json.writeValueAsBytes(now.story())).hex().equals(hash);
        return same ? now : new Telling(kept, proposed);
    }

    /** The story stays as it is. */
    void record(ToldStory known, Telling now, String source, OtherTellings rest) {
        told(database.sql("""
                        update story
                           set telling = :telling::jsonb,
                               told = null,
                               source = :source,
                               teller = :source,
                               left_off = false,
                               other_tellings = :others::jsonb
                         where id = :id
                        """), now, source)
                .param("others", written(rest))
                .param("id", known.id())
                .update();
    }

    void record(ToldStory known, Telling now, String source, OtherTellings rest, StoryColumns merged) {
        told(database.sql("""
                        update story
                           set content = :content::jsonb,
                               published_at = :publishedAt,
                               picture = %s,
                               tldr_proposed = :tldrProposed,
                               telling = :telling::jsonb,
                               told = null,
                               source = :source,
                               teller = :source,
                               left_off = false,
                               other_tellings = :others::jsonb,
                               changed_at = :now
                         where id = :id
                        """.formatted(StoryColumns.PICTURE)), now, source)
                .params(merged.parameters(json))
                .param("others", written(rest))
                .param("id", known.id())
                .param("now", now().atOffset(UTC))
                .update();
    }

    /** What others told changes nothing of the story. */
    void record(ToldStory known, OtherTellings others) {
        database.sql("update story set other_tellings = :others::jsonb where id = :id")
                .param("others", written(others))
                .param("id", known.id())
                .update();
    }

    /** It stays the story of whoever told it. */
    void complete(ToldStory known, OtherTellings others, StoryColumns completed) {
        database.sql("""
                        update story
                           set content = :content::jsonb,
                               published_at = :publishedAt,
                               picture = %s,
                               tldr_proposed = :tldrProposed,
                               other_tellings = :others::jsonb,
                               changed_at = :now
                         where id = :id
                        """.formatted(StoryColumns.PICTURE))
                .params(completed.parameters(json))
                .param("others", written(others))
                .param("id", known.id())
                .param("now", now().atOffset(UTC))
                .update();
    }

    /** These sources have told these stories, by address, and none besides. In the end they have the say on no others. */
    void list(Collection<String> sources, Collection<String> urls) {
        database.sql("""
                        update story
                           set left_off = true
                         where teller = any(:sources)
                           and not left_off
                           and url <> all(:urls)
                        """)
                .param("sources", sources.toArray(String[]::new))
                .param("urls", urls.toArray(String[]::new))
                .update();
        database.sql("""
                        update story
                           set left_off = false
                         where teller = any(:sources)
                           and left_off
                           and url = any(:urls)
                        """)
                .param("sources", sources.toArray(String[]::new))
                .param("urls", urls.toArray(String[]::new))
                .update();
    }

    private @Nullable String written(OtherTellings others) {
        return others.all().isEmpty() ? null : json.writeValueAsString(others);
    }

    private StatementSpec told(StatementSpec statement, Telling now, String source) {
        return statement.param("telling", json.writeValueAsString(now)).param("source", source);
    }

    private Instant now() {
        return Timestamptz.asKept(clock.instant());
    }
}
