package com.newgroktimes.digest.operator.api;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.SourceHealth;

/**
 * How a source does, as the API shows it.
 *
 * @param label what the settings call it
 * @param fault why it cannot be asked now, and what to do; null where it can. Of a feed: what was wrong the last time
 * @param hint what looks wrong with a feed that could be read, and what to do
 * @param nextAt when a feed is asked by itself
 * @param movedTo where a feed says that it has gone for good
 */
record SourceBody(
        String kind,
        String name,
        @Nullable String label,
        @Nullable Instant askedAt,
        @Nullable CollectedBody collected,
        @Nullable String fault,
        @Nullable String hint,
        @Nullable Instant nextAt,
        @Nullable String movedTo) {

    static SourceBody of(SourceHealth source) {
        return new SourceBody(
                source.kind(),
                source.name(),
                source.label(),
                source.askedAt(),
                source.collected() == null ? null : CollectedBody.of(source.collected()),
                source.fault(),
                source.hint(),
                source.nextAt(),
                source.movedTo());
    }
}
