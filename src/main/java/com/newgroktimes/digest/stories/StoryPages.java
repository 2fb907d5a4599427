package com.newgroktimes.digest.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.newgroktimes.digest.platform.Timestamptz;

import static java.time.ZoneOffset.UTC;

/** Which stories' pages were asked for what their feeds do not tell. */
@Repository
class StoryPages {

    /** Whoever begins to read pages does not want those of years. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final JdbcClient database;
    private final Clock clock;

    StoryPages(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record Wanted(long story, String url) {}

    /** Stories of the feed without a body, whose pages were not asked yet, or are to be asked again: the newest first. */
    List<Wanted> wanted(FeedAddress feed, int most) {
        return database.sql("""
                        select id as story, url
                          from story
                         where teller = :feed
                           and content ->> 'bodyHtml' is null
                           and first_seen > :since
                           and withdrawn_at is null
                           and not exists (
                               select from story_page page
                                where page.story = story.id
                                  and coalesce(page.again_at > :now, true))
                         order by id desc
                         limit :most
                        """)
                .param("feed", feed.toString())
                .param("now", now())
                .param("since", since())
                .param("most", most)
                .query(Wanted.class)
                .list();
    }

    void read(long story) {
        asked(story, null);
    }

    /** It is asked again after an hour, then after six, and once more a day later. */
    PageFault failed(Wanted wanted, String fault) {
        asked(wanted.story(), fault);
        return database.sql("""
                        select url, fault, tries, again_at
                          from story_page
                          join story on story.id = story_page.story
                         where story = :story
                        """)
                .param("story", wanted.story())
                .query(StoryPages::fault)
                .single();
    }

    private void asked(long story, @Nullable String fault) {
        database.sql("""
                        insert into story_page (story, asked_at, fault, tries, again_at)
                        values (:story, :now, :fault, 1, case when :fault::text is not null then :now + interval '1 hour' end)
                        on conflict (story) do update
                           set asked_at = excluded.asked_at,
                               fault = excluded.fault,
                               tries = story_page.tries + 1,
                               again_at = case when excluded.fault is not null
                                               then :now + (array['6 hours', '1 day']::interval[])[story_page.tries] end
                        """)
                .param("story", story)
                .param("now", now())
                .param("fault", fault)
                .update();
    }

    /** Of the feeds' stories that are news and have no body yet, the newest first; by feed. */
    Map<String, List<PageFault>> faults(Collection<String> feeds) {
        Map<String, List<PageFault>> faults = new HashMap<>();
        database.sql("""
                        select teller, url, fault, tries, again_at
                          from story_page
                          join story on story.id = story_page.story
                         where teller = any(:feeds)
                           and fault is not null
                           and content ->> 'bodyHtml' is null
                           and first_seen > :since
                           and withdrawn_at is null
                         order by id desc
                        """)
                .param("feeds", feeds.toArray(String[]::new))
                .param("since", since())
                .query(row -> {
                    faults.computeIfAbsent(row.getString("teller"), feed -> new ArrayList<>())
                            .add(fault(row, 0));
                });
        return faults;
    }

    private static PageFault fault(ResultSet row, int number) throws SQLException {
        return new PageFault(
                row.getString("url"), row.getString("fault"), row.getInt("tries"), Timestamptz.orNull(row, "again_at"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }

    private OffsetDateTime since() {
        return clock.instant().minus(NEWS).atOffset(UTC);
    }
}
