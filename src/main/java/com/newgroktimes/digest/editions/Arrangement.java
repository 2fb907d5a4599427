package com.newgroktimes.digest.editions;

import java.util.List;

/**
 * The stories of an edition, or of one variant of it, by how much room each has.
 *
 * @param blocks those with a block of their own
 * @param links  the rest: a headline each
 */
public record Arrangement(List<EditionStory> blocks, List<EditionStory> links) {

    /** @param most how many have a block of their own */
    public static Arrangement of(List<EditionStory> stories, int most) {
        int own = Math.min(most, stories.size());
        return new Arrangement(stories.subList(0, own), stories.subList(own, stories.size()));
    }
}
