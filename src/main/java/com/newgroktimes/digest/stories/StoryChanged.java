package com.newgroktimes.digest.stories;

/** A story was added, replaced or withdrawn. Published in the same transaction. */
public record StoryChanged(long story) {}
