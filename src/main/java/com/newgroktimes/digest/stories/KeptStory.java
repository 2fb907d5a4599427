package com.newgroktimes.digest.stories;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A story as we keep it, whole or its head alone: what decides where it goes. */
public sealed interface KeptStory permits StoredStory, StoryHead {

    long id();

    /** {@link StoredStory#API}, {@link StoredStory#BY_HAND}, or the file or feed it came from. */
    String source();

    Instant firstSeen();

    @Nullable
    Instant withdrawnAt();

    /** The moment by which it falls into a week: when it was published or, undated, when we first saw it. */
    Instant moment();

    /** Without a TL;DR it is kept, and goes out in no edition. */
    boolean incomplete();

    /** Whether there is a file or feed that tells it. */
    default boolean hasSource() {
        return !source().equals(StoredStory.API) && !source().equals(StoredStory.BY_HAND);
    }
}
