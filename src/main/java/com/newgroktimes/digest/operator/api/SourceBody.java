package com.newgroktimes.digest.operator.api;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.SourceHealth;

/**
 * How a source does, as the API shows it.
 *
 * @param fault why it cannot be asked now, and what to do; null where it can. Of a feed: what was wrong the last time
 * @param nextAt when a feed is asked by itself
 * @param movedTo where a feed says that it has gone for good
 */
record SourceBody(
        String kind,
        String name,
        @Nullable Instant askedAt,
        @Nullable CollectedBody collected,
        @Nullable String fault,
        @Nullable Instant nextAt,
        @Nullable String movedTo) {

    static SourceBody of(SourceHealth source) {
        return new SourceBody(
                source.kind(),
                source.name(),
                source.askedAt(),
                source.collected() == null ? null : CollectedBody.of(source.collected()),
                source.fault(),
                source.nextAt(),
                source.movedTo());
    }
}
