package com.newgroktimes.digest.operator;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.Placement;
import com.newgroktimes.digest.editions.Placement.Status;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Story;

/**
 * Which stories of a week somebody looks for. Null is any.
 *
 * @param source {@link StoredStory#API}, or the name of a file
 * @param text   in what a list shows of a story, or in its TL;DR; whether in capitals or not
 */
public record SoughtStories(
        @Nullable Status status,
        @Nullable String section,
        @Nullable String source,
        @Nullable String text) {

    /** What is blank is any. */
    public SoughtStories {
        section = blankAsNull(section);
        source = blankAsNull(source);
        text = blankAsNull(text);
    }

    private static @Nullable String blankAsNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    public boolean isAny() {
        return status == null && section == null && source == null && text == null;
    }

    public boolean matches(StoredStory stored, Placement placement) {
        return (status == null || status == placement.status())
                && (section == null || section.equals(stored.story().section()))
                && (source == null || source.equals(stored.source()))
                && (text == null || says(stored));
    }

    private boolean says(StoredStory stored) {
        Story story = stored.story();
        String sought = plain(Objects.requireNonNullElse(text, ""));
        return Stream.of(
                        story.headline(),
                        story.url(),
                        stored.source(),
                        story.tldr(),
                        stored.tldrProposed(),
                        story.byline(),
                        story.place())
                .flatMap(Stream::ofNullable)
                .anyMatch(words -> plain(words).contains(sought));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
