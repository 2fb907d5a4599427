package com.newgroktimes.digest.stories;

/** Sources were asked, or many stories changed by hand, and what became of each was told. Published outside of any transaction, and again where it was cut short. */
public record StoriesCollected() {}
