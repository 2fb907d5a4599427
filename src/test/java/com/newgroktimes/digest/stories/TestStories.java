package com.newgroktimes.digest.stories;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Stories for tests: each full but for what its name says. */
final class TestStories {

    private TestStories() {}

    static Story story(String url) {
        return told(url, "A chip cluster wakes up", "Two sentences. In short.");
    }

    static Story headlined(String url, String headline) {
        return told(url, headline, "Two sentences. In short.");
    }

    static Story withoutTldr(String url) {
        return told(url, "A chip cluster wakes up", null);
    }

    static Story undated(String url) {
        Story dated = story(url);
        return at(dated, null);
    }

    static Story at(Story story, @Nullable Instant publishedAt) {
        return new Story(
                story.url(),
                story.section(),
                story.headline(),
                story.tldr(),
                story.msmPerspective(),
                story.xPerspective(),
                story.bodyHtml(),
                story.byline(),
                story.place(),
                story.lang(),
                publishedAt,
                story.image(),
                story.newsSources(),
                story.xPosts());
    }

    static Story unsigned(Story story) {
        return new Story(
                story.url(),
                story.section(),
                story.headline(),
                story.tldr(),
                story.msmPerspective(),
                story.xPerspective(),
                story.bodyHtml(),
                null,
                story.place(),
                story.lang(),
                story.publishedAt(),
                story.image(),
                story.newsSources(),
                story.xPosts());
    }

    private static Story told(String url, String headline, @Nullable String tldr) {
        return new Story(
                url,
                "Technology",
                headline,
                tldr,
                "A triumph of planning.",
                "A triumph of spending.",
                "<p>It hums [1].</p><p>It really does [2].</p>",
                "DAVID CHEN",
                "Beijing",
                "en",
                Instant.parse("2026-11-23T09:30:00Z"),
                new Story.Image(null, "A hall of grey cabinets"),
                List.of(new Story.NewsSource(1, "https://wire.example/chips", "Harbour Wire")),
                List.of(new Story.XPost(2, "https://x.com/gridwatcher/status/1", "it hums")));
    }
}
