package com.newgroktimes.digest.subscribers;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A list of readers that came in, and how far.
 *
 * @param ended null while it is under way, and where it was cut short: its file can be sent again
 */
public record PastImport(
        long number,
        String by,
        Instant began,
        @Nullable Instant ended,
        long added,
        long changed,
        long unchanged,
        long leftOut) {}
