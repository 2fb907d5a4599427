package com.newgroktimes.digest.operator;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.Placement;
import com.newgroktimes.digest.editions.Placement.Status;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.StoryHead;

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

    public boolean matches(StoryHead story, Placement placement) {
        return (status == null || status == placement.status())
                && (section == null || section.equals(story.section()))
                && (source == null || source.equals(story.source()))
                && (text == null || says(story));
    }

    private boolean says(StoryHead story) {
        String sought = plain(Objects.requireNonNullElse(text, ""));
        return Stream.of(
                        story.headline(),
                        story.url(),
                        story.source(),
                        story.tldr(),
                        story.tldrProposed(),
                        story.byline(),
                        story.place())
                .flatMap(Stream::ofNullable)
                .anyMatch(words -> plain(words).contains(sought));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
