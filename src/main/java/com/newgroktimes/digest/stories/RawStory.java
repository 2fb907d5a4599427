package com.newgroktimes.digest.stories;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A story as a source tells it, in the shape of the API: any field may be missing, or wrong.
 *
 * @param publishedAt a moment, a local time or a date
 */
@JsonIgnoreProperties({"tldrProposed", "status", "edition", "why", "firstSeen", "problems"
}) // ours: sent back, they say nothing
public record RawStory(
        @Nullable String url,
        @Nullable String section,
        @Nullable String headline,
        @Nullable String tldr,
        @Nullable String msmPerspective,
        @Nullable String xPerspective,
        @Nullable String bodyHtml,
        @Nullable String byline,
        @Nullable String place,
        @Nullable String lang,
        @Nullable String publishedAt,
        @Nullable Image image,
        @Nullable List<@Nullable NewsSource> newsSources,
        @Nullable List<@Nullable XPost> xPosts) {

    public record Image(@Nullable String url, @Nullable String alt) {}

    /** @param n by position where it is missing */
    public record NewsSource(
            @Nullable Integer n,
            @Nullable String url,
            @Nullable String title) {}

    /** @param n by position, running on from the news sources, where it is missing */
    public record XPost(
            @Nullable Integer n,
            @Nullable String url,
            @Nullable String text) {}
}
