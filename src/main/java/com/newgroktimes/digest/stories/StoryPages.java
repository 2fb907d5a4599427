package com.newgroktimes.digest.stories;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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

    /** Stories of the feed without a body, whose pages were not asked yet: the newest first. */
    List<Wanted> wanted(FeedAddress feed, int most) {
        return database.sql("""
                        select id as story, url
                          from story
                         where teller = :feed
                           and content ->> 'bodyHtml' is null
                           and first_seen > :since
                           and withdrawn_at is null
                           and not exists (select from story_page page where page.story = story.id)
                         order by id desc
                         limit :most
                        """)
                .param("feed", feed.toString())
                .param("since", clock.instant().minus(NEWS).atOffset(UTC))
                .param("most", most)
                .query(Wanted.class)
                .list();
    }

    /** @param fault why nothing was had of it; null where all is well */
    void asked(long story, @Nullable String fault) {
        database.sql("""
                        insert into story_page (story, asked_at, fault)
                        values (:story, :now, :fault)
                        on conflict (story) do nothing
                        """)
                .param("story", story)
                .param("now", clock.instant().atOffset(UTC))
                .param("fault", fault)
                .update();
    }
}
