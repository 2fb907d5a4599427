package com.newgroktimes.digest.stories;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

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

    /** By id, the address by which the story is kept. */
    Map<String, String> urls(FeedAddress feed, Collection<String> ids) {
        Map<String, String> hashes = new HashMap<>();
        ids.forEach(id -> hashes.put(hash(id), id));
        Map<String, String> urls = new HashMap<>();
        database.sql("""
                        select item.item, story.url
                          from story_feed_item item
                          join story on story.id = item.story
                         where item.feed = :feed
                           and item.item = any(:items)
                        """)
                .param("feed", feed.toString())
                .param("items", hashes.keySet().toArray(String[]::new))
                .query(row -> {
                    urls.put(Objects.requireNonNull(hashes.get(row.getString("item"))), row.getString("url"));
                });
        return urls;
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
