package com.newgroktimes.digest.operator.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.StoryHead;

/**
 * Where a story stands in a list: those that have moved, or are sought no more, leave their place to be read on from.
 *
 * @param moment the one by which it falls into a week
 */
record StoryPlace(Instant moment, long id) implements Comparable<StoryPlace> {

    private static final Comparator<StoryPlace> OLDEST_FIRST =
            Comparator.comparing(StoryPlace::moment).thenComparingLong(StoryPlace::id);

    private static final char BETWEEN = '_';

    static StoryPlace of(StoryHead story) {
        return new StoryPlace(story.moment(), story.id());
    }

    /** As {@link #toString} writes it. */
    static StoryPlace parse(String written) {
        int between = written.lastIndexOf(BETWEEN);
        try {
            return new StoryPlace(
                    Instant.parse(written.substring(0, Math.max(0, between))),
                    Long.parseLong(written.substring(between + 1)));
        } catch (DateTimeException | NumberFormatException none) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "No place in the list",
                    "\"%s\" is no place in this list. Take the address from the Link header of the page before, or leave"
                                    .formatted(written)
                            + " \"after\" out to begin.");
        }
    }

    boolean isAfter(StoryPlace other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(StoryPlace other) {
        return OLDEST_FIRST.compare(this, other);
    }

    @Override
    public String toString() {
        return moment.toString() + BETWEEN + id;
    }
}
