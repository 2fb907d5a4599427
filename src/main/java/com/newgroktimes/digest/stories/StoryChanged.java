package com.newgroktimes.digest.stories;

/**
 * A story was added, replaced or withdrawn. Published in the same transaction.
 *
 * @param oneOfMany whether others may follow, as where a source tells it: {@link StoriesCollected} comes after them
 */
public record StoryChanged(long story, boolean oneOfMany) {}
