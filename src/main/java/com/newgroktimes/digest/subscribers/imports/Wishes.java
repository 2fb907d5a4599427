package com.newgroktimes.digest.subscribers.imports;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a reader wants the digest, and where they came from.
 *
 * @param sections empty: all of them
 */
record Wishes(
        String locale,
        List<String> sections,
        String source,
        String format,
        @Nullable Instant breakUntil) {}
