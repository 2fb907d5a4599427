package com.newgroktimes.digest.stories;

/** Sources were asked, and what they told of changed stories was told. Published outside of any transaction, and again where it was cut short. */
public record StoriesCollected() {}
