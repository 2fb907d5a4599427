package com.newgroktimes.digest.stories;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import com.newgroktimes.digest.platform.Sha256;

/** Which story an entry of a feed is, by the id that the feed gives it: its address may change. */
@Repository
class FeedItems {

    private final JdbcClient database;

    FeedItems(JdbcClient database) {
        this.database = database;
    }

    /** The address by which the story is kept. */
    Optional<String> url(FeedAddress feed, String id) {
        return database.sql("""
                        select story.url
                          from story_feed_item item
                          join story on story.id = item.story
                         where item.feed = :feed
                           and item.item = :item
                        """)
                .param("feed", feed.toString())
                .param("item", hash(id))
                .query(String.class)
                .optional();
    }

    void keep(FeedAddress feed, String id, long story) {
        database.sql("""
                        insert into story_feed_item (feed, item, story)
                        values (:feed, :item, :story)
                        on conflict (feed, item) do nothing
                        """)
                .param("feed", feed.toString())
                .param("item", hash(id))
                .param("story", story)
                .update();
    }

    private static String hash(String id) {
        return Sha256.of(id.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
