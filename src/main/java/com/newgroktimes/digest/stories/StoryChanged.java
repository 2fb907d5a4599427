package com.newgroktimes.digest.stories;

/**
 * A story was added, replaced or withdrawn. Published in the same transaction.
 *
 * @param collected whether a source told it: many others may follow, and {@link StoriesCollected} comes after them
 */
public record StoryChanged(long story, boolean collected) {}
