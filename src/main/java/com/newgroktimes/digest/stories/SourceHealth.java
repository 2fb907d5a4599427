package com.newgroktimes.digest.stories;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.Stories.Collected;

/**
 * How a source of stories does.
 *
 * @param kind      {@code folder}
 * @param name      its path
 * @param askedAt   null where it was never asked
 * @param collected what it told then
 * @param fault     why it cannot be asked now; null where it can
 */
public record SourceHealth(
        String kind,
        String name,
        @Nullable Instant askedAt,
        @Nullable Collected collected,
        @Nullable String fault) {}
