package com.newgroktimes.digest.stories;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a feed was read as.
 *
 * @param items in the feed's order; each has flaws of its own
 * @param flaws of the feed as a whole
 * @param title of the feed
 * @param lang  in which it says that it is written, as it says it
 */
public record FeedReading(
        List<FeedItem> items,
        List<Flaw> flaws,
        @Nullable String title,
        @Nullable String lang) {

    /**
     * A story in a feed.
     *
     * @param id by which the feed knows it, sign by sign, whatever becomes of its address; null where the feed has none
     */
    public record FeedItem(@Nullable String id, Reading reading) {}

    /** Where several have one address, and are one story: a flaw for each such address. */
    public List<Flaw> shared() {
        SharedAddresses shared = new SharedAddresses();
        for (FeedItem item : items) {
            ReadStory story = item.reading().story();
            if (story.url() != null && story.headline() != null) {
                shared.add(story.url(), story.headline());
            }
        }
        return shared.troubles().stream()
                .map(trouble -> new Flaw("feed", trouble.sentence()))
                .toList();
    }
}
