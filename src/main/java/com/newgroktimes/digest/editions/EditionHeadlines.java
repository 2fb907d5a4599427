package com.newgroktimes.digest.editions;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An edition as lists show it: with the headlines of its stories, and nothing that these say below them.
 *
 * @param edition without its stories
 * @param leftOut stories of its own that an editor left out
 */
public record EditionHeadlines(Edition edition, List<Headline> stories, List<Headline> leftOut) {

    /**
     * A story of the edition.
     *
     * @param story    number of the story it is a copy of
     * @param position from 1
     */
    public record Headline(
            long story,
            int position,
            boolean isLong,
            String url,
            String headline,
            @Nullable String section) {

        static Headline of(EditionStory story) {
            return new Headline(
                    story.story(),
                    story.position(),
                    story.isLong(),
                    story.content().url(),
                    story.content().headline(),
                    story.content().section());
        }
    }

    public static EditionHeadlines of(Edition whole) {
        return new EditionHeadlines(
                whole.with(List.of(), List.of()),
                whole.stories().stream().map(Headline::of).toList(),
                whole.leftOut().stream().map(Headline::of).toList());
    }
}
