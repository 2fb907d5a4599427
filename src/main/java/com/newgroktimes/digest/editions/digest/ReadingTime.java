package com.newgroktimes.digest.editions.digest;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.rendering.Excerpt;
import com.newgroktimes.digest.rendering.WordCount;

/** How long the stories of a mail take to read. */
final class ReadingTime {

    private static final int WORDS_A_MINUTE = 200;

    private ReadingTime() {}

    /** Rounded up, and never none. */
    static int minutes(List<DigestStory> stories) {
        int words = stories.stream().mapToInt(ReadingTime::words).sum();
        return Math.max(1, (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
    }

    private static int words(DigestStory story) {
        Stream<@Nullable String> parts = Stream.of(story.headline(), story.tldr(), text(story.msm()), text(story.x()));
        return Stream.concat(parts, story.paragraphs().stream().map(Excerpt.Paragraph::text))
                .filter(Objects::nonNull)
                .mapToInt(WordCount::of)
                .sum();
    }

    private static @Nullable String text(DigestStory.@Nullable Perspective perspective) {
        return perspective == null ? null : perspective.text();
    }
}
