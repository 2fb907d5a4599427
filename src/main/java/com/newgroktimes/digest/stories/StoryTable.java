package com.newgroktimes.digest.stories;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Timestamptz;
import com.newgroktimes.digest.stories.Stories.Change;
import com.newgroktimes.digest.stories.Stories.Put;

import static java.time.ZoneOffset.UTC;

/** The stories' rows. */
@Repository
class StoryTable {

    private final JdbcClient database;
    private final JsonMapper json;
    private final StoryRow row;
    private final Clock clock;

    StoryTable(JdbcClient database, JsonMapper json, StorySettings settings, Clock clock) {
        this.database = database;
        this.json = json;
        this.row = new StoryRow(json, settings.acceptProposed());
        this.clock = clock;
    }

    private record Written(boolean added) {

        Change change() {
            return added ? Change.ADDED : Change.REPLACED;
        }
    }

    /** By hand. Writes nothing where nothing is new. */
    Put put(Story story, String source) {
        Optional<Written> written = write(story, source);
        StoredStory kept = find(story.url()).orElseThrow();
        return new Put(written.map(Written::change).orElse(Change.UNCHANGED), kept);
    }

    private Optional<Written> write(Story story, String source) {
        String proposed = story.tldr() == null ? ProposedTldr.of(null, story.bodyHtml(), story.lang()) : null;
        return database.sql("""
                        insert into story (url, content, published_at, picture, tldr_proposed, source, first_seen, changed_at)
                        values (:url, :content::jsonb, :publishedAt, :picture, :tldrProposed, :source, :now, :now)
                        on conflict (url) do update
                           set content = excluded.content,
                               published_at = excluded.published_at,
                               picture = case when story.content -> 'image' ->> 'url' is not distinct from :pictureUrl
                                              then story.picture else excluded.picture end,
                               tldr_proposed = excluded.tldr_proposed,
                               source = excluded.source,
                               changed_at = excluded.changed_at,
                               withdrawn_at = null
                         where excluded.content <> story.content - 'pictureLeftOut' or story.withdrawn_at is not null
                        returning xmax = 0 as added
                        """)
                .param("url", story.url())
                .params(new StoryColumns(story, proposed).parameters(json))
                .param("source", source)
                .param("now", now().atOffset(UTC))
                .query(Written.class)
                .optional();
    }

    Optional<StoredStory> find(String url) {
        return database.sql("select * from story where url = :url")
                .param("url", url)
                .query(row)
                .optional();
    }

    List<StoredStory> byId(Collection<Long> ids) {
        return database.sql("select * from story where id = any(:ids) order by id")
                .param("ids", ids.toArray(Long[]::new))
                .query(row)
                .list();
    }

    /**
     * A story that names a picture and shows none.
     *
     * @param picture where that is
     */
    record Lacking(long id, String url, String picture) {}

    /** Pictures that were ours from the beginning, and are not there any more, are asked of nobody. */
    List<Lacking> lackingTheirPicture(Collection<Long> ids) {
        return database.sql("""
                        select id, url, content -> 'image' ->> 'url' as picture
                          from story
                         where id = any(:ids)
                           and picture is null
                           and content -> 'image' ->> 'url' is not null
                         order by id
                        """).param("ids", ids.toArray(Long[]::new)).query(Lacking.class).list().stream()
                .filter(story -> Picture.hashIn(story.picture()) == null)
                .toList();
    }

    List<Long> datedAhead(Instant from, Instant until) {
        return database.sql("""
                        select id
                          from story
                         where coalesce(published_at, first_seen) >= :from -- which has an index
                           and coalesce(published_at, first_seen) < :until
                           and published_at > first_seen
                         order by id
                        """)
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query(Long.class)
                .list();
    }

    /** What its source last told; empty where none did, or in a release that kept none of it. */
    Optional<Story> told(long id) {
        return database.sql("select telling from story where id = :id and telling is not null")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(telling -> json.readValue(telling, Telling.class).story());
    }

    /** The picture that was left out by hand and not taken back since. */
    Optional<Story.Image> pictureLeftOut(long id) {
        return database.sql(
                        "select content -> 'pictureLeftOut' from story where id = :id and jsonb_exists(content, 'pictureLeftOut')")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(image -> json.readValue(image, Story.Image.class));
    }

    /** Nobody else changes it until the transaction ends. */
    StoredStory keep(long id) {
        return database.sql("select * from story where id = :id for update")
                .param("id", id)
                .query(row)
                .single();
    }

    /** By hand, though it has a source: nothing of what that told is forgotten. */
    void edit(StoredStory kept, Story story) {
        String proposed = kept.tldrProposed() != null
                ? kept.tldrProposed()
                : ProposedTldr.of(null, story.bodyHtml(), story.lang());
        database.sql("""
                        update story
                           set content = :content::jsonb || case
                                   when :pictureUrl::text is not null then '{}'
                                   when content -> 'image' ->> 'url' is not null then jsonb_build_object('pictureLeftOut', content -> 'image')
                                   when jsonb_exists(content, 'pictureLeftOut') then jsonb_build_object('pictureLeftOut', content -> 'pictureLeftOut')
                                   else '{}'
                               end,
                               published_at = :publishedAt,
                               picture = %s,
                               tldr_proposed = :tldrProposed,
                               changed_at = :now
                         where id = :id
                        """.formatted(StoryColumns.PICTURE))
                .params(new StoryColumns(story, story.tldr() == null ? proposed : null).parameters(json))
                .param("id", kept.id())
                .param("now", now().atOffset(UTC))
                .update();
    }

    /** False where that is not what is proposed. */
    boolean accept(long id, String proposed, String words) {
        return database.sql("""
                        update story
                           set content = jsonb_set(content, '{tldr}', to_jsonb(:words::text)),
                               tldr_proposed = null,
                               changed_at = :now
                         where id = :id
                           and tldr_proposed = :proposed
                        """)
                        .param("id", id)
                        .param("proposed", proposed)
                        .param("words", words)
                        .param("now", now().atOffset(UTC))
                        .update()
                == 1;
    }

    /** False where it was withdrawn already. */
    boolean withdraw(long id) {
        return database.sql("""
                        update story
                           set withdrawn_at = :now, changed_at = :now
                         where id = :id
                           and withdrawn_at is null
                        """)
                        .param("id", id)
                        .param("now", now().atOffset(UTC))
                        .update()
                == 1;
    }

    /** False where it is not withdrawn. */
    boolean bringBack(long id) {
        return database.sql("""
                        update story
                           set withdrawn_at = null, changed_at = :now
                         where id = :id
                           and withdrawn_at is not null
                        """)
                        .param("id", id)
                        .param("now", now().atOffset(UTC))
                        .update()
                == 1;
    }

    /** False where its picture is no longer at that address. */
    boolean show(long id, String url, String picture) {
        return database.sql("""
                        update story
                           set picture = :picture, changed_at = :now
                         where id = :id
                           and content -> 'image' ->> 'url' = :url
                        """)
                        .param("id", id)
                        .param("url", url)
                        .param("picture", picture)
                        .param("now", now().atOffset(UTC))
                        .update()
                == 1;
    }

    private Instant now() {
        return Timestamptz.asKept(clock.instant());
    }
}
