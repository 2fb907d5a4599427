package com.newgroktimes.digest.stories;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A story as we keep it.
 *
 * @param picture      hash of the picture as we serve it, at {@code /pictures/{hash}.jpg}
 * @param tldrProposed a TL;DR made from the story's own summary or first sentences, where it has none; not mailed until a person accepts it, or the settings do
 * @param source       {@link #API}, {@link #BY_HAND}, or the file or feed it came from
 * @param acceptProposed whether the settings accept what is proposed
 */
public record StoredStory(
        long id,
        Story story,
        @Nullable String picture,
        @Nullable String tldrProposed,
        String source,
        Instant firstSeen,
        Instant changedAt,
        @Nullable Instant withdrawnAt,
        boolean acceptProposed)
        implements KeptStory {

    public static final String API = "api";

    /** Somebody wrote it, or had an article's page read, in the console. */
    public static final String BY_HAND = "console";

    @Override
    public Instant moment() {
        return story.publishedAt() != null ? story.publishedAt() : firstSeen;
    }

    @Override
    public boolean incomplete() {
        return asMailed().tldr() == null;
    }

    /** Whether its TL;DR is one that no person wrote or accepted. */
    public boolean goesOutAsProposed() {
        return acceptProposed && story.tldr() == null && tldrProposed != null;
    }

    /** What editions take of it. */
    public Story asMailed() {
        return goesOutAsProposed() ? story.inShort(tldrProposed) : story;
    }
}
