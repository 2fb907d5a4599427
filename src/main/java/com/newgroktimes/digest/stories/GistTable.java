package com.newgroktimes.digest.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Timestamptz;

import static java.time.ZoneOffset.UTC;

/** The gists of stories that are not withdrawn, and which of them were told apart. */
@Repository
class GistTable {

    private static final String GIST = """
            select id, url, content ->> 'headline' as headline, coalesce(content ->> 'tldr', tldr_proposed, '') as tldr,
                   coalesce(published_at, first_seen) as moment,
                   jsonb_path_query_array(content, '$.newsSources[*].url')
                       || jsonb_path_query_array(content, '$.xPosts[*].url') as sources
              from story
             where withdrawn_at is null
            """;

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    GistTable(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    List<Gist> between(Instant from, Instant until) {
        return database.sql(GIST + """
                               and coalesce(published_at, first_seen) >= :from
                               and coalesce(published_at, first_seen) <= :until
                             order by id
                            """)
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query(this::gist)
                .list();
    }

    List<Gist> of(Collection<Long> stories) {
        return database.sql(GIST + " and id = any(:stories) order by id")
                .param("stories", stories.toArray(Long[]::new))
                .query(this::gist)
                .list();
    }

    private Gist gist(ResultSet row, int number) throws SQLException {
        String headline = row.getString("headline");
        return new Gist(
                row.getLong("id"),
                headline,
                Timestamptz.of(row, "moment"),
                Gist.words(headline + " " + row.getString("tldr")),
                Stream.concat(
                                Stream.of(row.getString("url")),
                                Stream.of(json.readValue(row.getString("sources"), String[].class)))
                        .collect(Collectors.toSet()));
    }

    /** Two stories, the one with the lower number first. */
    record Apart(long story, long other) {

        static Apart of(long one, long another) {
            return new Apart(Math.min(one, another), Math.max(one, another));
        }
    }

    Set<Apart> apart(Collection<Long> stories) {
        return Set.copyOf(database.sql("""
                        select story, other
                          from story_told_apart
                         where story = any(:stories) or other = any(:stories)
                        """)
                .param("stories", stories.toArray(Long[]::new))
                .query(Apart.class)
                .list());
    }

    void tellApart(Apart pair, String by) {
        database.sql("""
                        insert into story_told_apart (story, other, by_whom, at)
                        values (:story, :other, :by, :now)
                        on conflict do nothing
                        """)
                .param("story", pair.story())
                .param("other", pair.other())
                .param("by", by)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }
}
