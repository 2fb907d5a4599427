package com.newgroktimes.digest.stories;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A story as it was read: what is there is tidy and safe, what was not found is null. Not a {@link Story}: it may
 * lack the address or the headline, without which there is none.
 *
 * @param tldrProposed where it has no TL;DR, one made from its summary or its first sentences
 */
public record ReadStory(
        @Nullable String url,
        @Nullable String section,
        @Nullable String headline,
        @Nullable String tldr,
        @Nullable String tldrProposed,
        @Nullable String msmPerspective,
        @Nullable String xPerspective,
        @Nullable String bodyHtml,
        @Nullable String byline,
        @Nullable String place,
        @Nullable String lang,
        @Nullable Instant publishedAt,
        Story.@Nullable Image image,
        List<Story.NewsSource> newsSources,
        List<Story.XPost> xPosts) {}
