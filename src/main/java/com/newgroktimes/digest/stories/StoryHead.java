package com.newgroktimes.digest.stories;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** What lists show of a story: all but what it says at length. */
public record StoryHead(
        long id,
        String url,
        @Nullable String section,
        String headline,
        @Nullable String tldr,
        @Nullable String tldrProposed,
        @Nullable String byline,
        @Nullable String place,
        String source,
        @Nullable Instant publishedAt,
        Instant firstSeen,
        @Nullable Instant withdrawnAt,
        boolean acceptProposed)
        implements KeptStory {

    /** The same as an edition's copy tells it. */
    public StoryHead as(Story copy) {
        return new StoryHead(
                id,
                url,
                copy.section(),
                copy.headline(),
                copy.tldr(),
                tldrProposed,
                copy.byline(),
                copy.place(),
                source,
                copy.publishedAt(),
                firstSeen,
                withdrawnAt,
                acceptProposed);
    }

    @Override
    public Instant moment() {
        return publishedAt != null ? publishedAt : firstSeen;
    }

    @Override
    public boolean incomplete() {
        return tldr == null && !goesOutAsProposed();
    }

    /** Whether its TL;DR is one that no person wrote or accepted. */
    public boolean goesOutAsProposed() {
        return acceptProposed && tldr == null && tldrProposed != null;
    }
}
