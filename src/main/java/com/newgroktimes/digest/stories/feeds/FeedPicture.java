package com.newgroktimes.digest.stories.feeds;

import org.jspecify.annotations.Nullable;

/**
 * The picture of an entry.
 *
 * @param alt what is to be seen in it; null where the feed does not say
 */
public record FeedPicture(String url, @Nullable String alt) {}
