package com.newgroktimes.digest.stories;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A story as it is kept, whichever document told it. Every field but {@code bodyHtml} is text and is shown as typed.
 *
 * @param url         canonical: the key of a story
 * @param bodyHtml    safe HTML
 * @param lang        BCP 47
 * @param newsSources numbered; the numbers run on into {@code xPosts}
 */
public record Story(
        String url,
        @Nullable String section,
        String headline,
        @Nullable String tldr,
        @Nullable String msmPerspective,
        @Nullable String xPerspective,
        @Nullable String bodyHtml,
        @Nullable String byline,
        @Nullable String place,
        @Nullable String lang,
        @Nullable Instant publishedAt,
        @Nullable Image image,
        List<NewsSource> newsSources,
        List<XPost> xPosts) {

    private static final Pattern SOMETHING = Pattern.compile("[^\\s\\p{Z}\\p{Cc}]");

    /**
     * @param url where the picture is: {@code /pictures/…} for one that we serve; null where only its description is known
     * @param alt what is in the picture, for those who do not see it
     */
    public record Image(@Nullable String url, @Nullable String alt) {}

    public record NewsSource(int n, String url, @Nullable String title) {}

    public record XPost(int n, String url, @Nullable String text) {}

    /** Who wrote it, and where: {@code DAVID CHEN, Beijing}. Empty where neither is told. */
    public String signature() {
        return Stream.of(byline, place)
                .flatMap(Stream::ofNullable)
                .filter(half -> SOMETHING.matcher(half).find())
                .map(String::strip)
                .collect(Collectors.joining(", "));
    }

    /** Hash of its picture; null where it has none, or one that we do not serve. */
    @Nullable
    String picture() {
        return image == null || image.url() == null ? null : Picture.hashIn(image.url());
    }

    /** Where its picture is on another site; null where it has none, or one that was ours from the beginning. */
    public @Nullable String pictureElsewhere() {
        return image == null || image.url() == null || Picture.hashIn(image.url()) != null ? null : image.url();
    }

    /** The same story under another address. */
    Story at(String otherUrl) {
        return with(otherUrl, section, headline, tldr);
    }

    /** The same story, in that section where it names none. */
    Story inSectionOr(@Nullable String other) {
        return with(url, section == null ? other : section, headline, tldr);
    }

    /** The same story under another headline. */
    public Story headed(String otherHeadline) {
        return with(url, section, otherHeadline, tldr);
    }

    /** The same story with another TL;DR. */
    Story inShort(@Nullable String otherTldr) {
        return with(url, section, headline, otherTldr);
    }

    private Story with(String itsUrl, @Nullable String itsSection, String itsHeadline, @Nullable String itsTldr) {
        return new Story(
                itsUrl,
                itsSection,
                itsHeadline,
                itsTldr,
                msmPerspective,
                xPerspective,
                bodyHtml,
                byline,
                place,
                lang,
                publishedAt,
                image,
                newsSources,
                xPosts);
    }
}
