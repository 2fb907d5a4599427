package com.newgroktimes.digest.editions;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.Story;

/**
 * The edition's own copy of a story.
 *
 * @param story    number of the story it is a copy of
 * @param position from 1
 * @param isLong   told with its body, as the lead is
 * @param picture  hash of its picture as we serve it
 */
public record EditionStory(
        long story,
        int position,
        boolean isLong,
        Story content,
        @Nullable String picture) {

    /** Whether it goes to readers of these sections; none are all. */
    public boolean isFor(List<String> sections) {
        return sections.isEmpty() || (content.section() != null && sections.contains(content.section()));
    }
}
