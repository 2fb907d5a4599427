package com.newgroktimes.digest.editions;

/**
 * Where a story of an edition stands, and how much room it has there.
 *
 * @param position from 1; 0 where it is left out
 */
record PlacedStory(long story, int position, boolean isLong) {

    /** Told at length where an editor wants it so or, where none said anything, as the lead. */
    static PlacedStory at(int position, long story, Choices choices) {
        Boolean wanted = choices.of(story).isLong();
        return new PlacedStory(story, position, wanted == null ? position == 1 : wanted);
    }
}
