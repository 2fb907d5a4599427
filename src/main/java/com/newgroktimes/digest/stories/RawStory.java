package com.newgroktimes.digest.stories;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A story as a source tells it, in the shape of the API: any field may be missing, or wrong. Not a
 * {@link Story}: nothing of it has been looked at yet, so a date is words and a number may be none.
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

    static final Set<String> FIELDS = Arrays.stream(RawStory.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    public record Image(@Nullable String url, @Nullable String alt) {

        Image or(@Nullable Image other) {
            return other == null ? this : new Image(first(url, other.url), first(alt, other.alt));
        }
    }

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

    static RawStory at(@Nullable String url, @Nullable String publishedAt) {
        return new RawStory(url, null, null, null, null, null, null, null, null, null, publishedAt, null, null, null);
    }

    static RawStory text(@Nullable String headline, String bodyHtml) {
        return new RawStory(null, null, headline, null, null, null, bodyHtml, null, null, null, null, null, null, null);
    }

    /** This, and where it says nothing what another says. */
    RawStory or(RawStory other) {
        return new RawStory(
                first(url, other.url),
                first(section, other.section),
                first(headline, other.headline),
                first(tldr, other.tldr),
                first(msmPerspective, other.msmPerspective),
                first(xPerspective, other.xPerspective),
                first(bodyHtml, other.bodyHtml),
                first(byline, other.byline),
                first(place, other.place),
                first(lang, other.lang),
                first(publishedAt, other.publishedAt),
                image == null ? other.image : image.or(other.image),
                first(newsSources, other.newsSources),
                first(xPosts, other.xPosts));
    }

    /** The same with another picture; what is said about it stays. */
    RawStory withPicture(@Nullable String pictureUrl) {
        return new RawStory(
                url,
                section,
                headline,
                tldr,
                msmPerspective,
                xPerspective,
                bodyHtml,
                byline,
                place,
                lang,
                publishedAt,
                new Image(pictureUrl, image == null ? null : image.alt),
                newsSources,
                xPosts);
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one != null ? one : other;
    }
}
