package com.newgroktimes.digest.editions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.stories.Story;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

/** Which story is in which edition, and the editions' own copies of them. */
@Repository
class EditionStoryTable {

    /** Rows hold a whole story each, and are read on while those before are made into one. */
    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final JsonMapper json;
    private final int blocks;

    EditionStoryTable(JdbcClient database, JsonMapper json, EditionSettings settings) {
        this.database = database;
        this.json = json;
        this.blocks = settings.stories();
    }

    /** @param included false where an editor took it out */
    record Seat(long story, int edition, boolean included) {}

    private record Copy(Story story, @Nullable String picture) {}

    private record InEdition(int edition, EditionStory story) {}

    /**
     * By the number of the edition, each in order. Those that were left out are not among them. Of those that are a link for every
     * reader no more than the head is read: a week may have thousands, and only so many of a section ever have a block.
     */
    Map<Integer, List<EditionStory>> of(Collection<Integer> editions) {
        return of(editions, true, blocks);
    }

    /** Those alone that an editor left out, the head of each. */
    Map<Integer, List<EditionStory>> leftOut(Collection<Integer> editions) {
        return of(editions, false, 0);
    }

    /** All copies of one edition, each whole. */
    List<EditionStory> whole(int edition, boolean included) {
        return of(List.of(edition), included, Integer.MAX_VALUE).getOrDefault(edition, List.of());
    }

    private Map<Integer, List<EditionStory>> of(Collection<Integer> editions, boolean included, int most) {
        return database
                .sql("""
                        select edition, story, position, long,
                               case when row_number() over (partition by edition, content #>> '{story,section}' order by position) <= :most
                                    then content
                                    else jsonb_set(content, '{story}',
                                                   ((content -> 'story') - '{bodyHtml,msmPerspective,xPerspective}'::text[])
                                                   || '{"newsSources": [], "xPosts": []}')
                               end as content
                          from edition_story
                         where edition = any(:editions)
                           and included = :included
                         order by edition, position, story
                        """)
                .withFetchSize(AT_ONCE)
                .param("editions", editions.toArray(Integer[]::new))
                .param("included", included)
                .param("most", most)
                .query(this::inEdition)
                .list()
                .stream()
                .collect(groupingBy(InEdition::edition, mapping(InEdition::story, toList())));
    }

    /** The copies of these stories that are in the edition, each whole, in order. */
    List<EditionStory> copies(int edition, Collection<Long> stories) {
        return database
                .sql("""
                        select edition, story, position, long, content
                          from edition_story
                         where edition = :edition
                           and story = any(:stories)
                         order by position, story
                        """)
                .param("edition", edition)
                .param("stories", stories.toArray(Long[]::new))
                .query(this::inEdition)
                .list()
                .stream()
                .map(InEdition::story)
                .toList();
    }

    /** By story; stories that are in no edition have none. */
    Map<Long, Seat> seats(Collection<Long> stories) {
        return database
                .sql("select story, edition, included from edition_story where story = any(:stories)")
                .param("stories", stories.toArray(Long[]::new))
                .query(Seat.class)
                .list()
                .stream()
                .collect(toMap(Seat::story, seat -> seat));
    }

    List<Long> included(int edition) {
        return database.sql("select story from edition_story where edition = :edition and included")
                .param("edition", edition)
                .query(Long.class)
                .list();
    }

    /** All that have their place with this edition, in it or left out. */
    List<Long> all(int edition) {
        return database.sql("select story from edition_story where edition = :edition")
                .param("edition", edition)
                .query(Long.class)
                .list();
    }

    /** All others leave it. */
    void keepOnly(int edition, Collection<Long> stories) {
        database.sql("""
                        delete from edition_story
                         where edition = :edition
                           and not exists (select from unnest(:stories) stays where stays = story)
                        """)
                .param("edition", edition)
                .param("stories", stories.toArray(Long[]::new))
                .update();
    }

    /** They have no place with any edition any more. */
    void vacate(Collection<Long> stories) {
        database.sql("delete from edition_story where story = any(:stories)")
                .param("stories", stories.toArray(Long[]::new))
                .update();
    }

    /**
     * A row that says so already is left alone: most do where an edition is filled anew.
     *
     * @param included false where an editor left them out: they go into no other edition
     */
    void write(int edition, List<EditionStory> stories, boolean included) {
        database.sql("""
                        insert into edition_story (edition, story, position, long, included, content)
                        select :edition, story, position, long, :included, content::jsonb
                          from unnest(:stories, :positions, :longs, :contents) told (story, position, long, content)
                        on conflict (edition, story) do update
                           set position = excluded.position,
                               long = excluded.long,
                               included = excluded.included,
                               content = excluded.content
                         where (edition_story.position, edition_story.long, edition_story.included, edition_story.content)
                               is distinct from (excluded.position, excluded.long, excluded.included, excluded.content)
                        """)
                .param("edition", edition)
                .param("included", included)
                .param("stories", stories.stream().map(EditionStory::story).toArray(Long[]::new))
                .param("positions", stories.stream().map(EditionStory::position).toArray(Integer[]::new))
                .param("longs", stories.stream().map(EditionStory::isLong).toArray(Boolean[]::new))
                .param(
                        "contents",
                        stories.stream()
                                .map(story -> json.writeValueAsString(new Copy(story.content(), story.picture())))
                                .toArray(String[]::new))
                .update();
    }

    private InEdition inEdition(ResultSet row, int number) throws SQLException {
        Copy copy = json.readValue(row.getString("content"), Copy.class);
        return new InEdition(
                row.getInt("edition"),
                new EditionStory(
                        row.getLong("story"),
                        row.getInt("position"),
                        row.getBoolean("long"),
                        copy.story(),
                        copy.picture()));
    }
}
