package com.newgroktimes.digest.stories;

/**
 * Two stories that are likely one, told twice. They are never merged.
 *
 * @param percent      how many words of the shorter one's headline and TL;DR the other one has too
 * @param sharesSource whether both lead to the same address
 */
public record Resemblance(
        long story, String headline, long other, String otherHeadline, int percent, boolean sharesSource) {}
