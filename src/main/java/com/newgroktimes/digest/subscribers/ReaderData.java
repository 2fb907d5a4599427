package com.newgroktimes.digest.subscribers;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that is kept here about one reader.
 *
 * @param evidence   oldest first
 * @param legacyKeys    by what links of an older system name them
 * @param addressChange null: none waits
 */
public record ReaderData(
        Subscriber reader,
        List<Evidence> evidence,
        List<String> legacyKeys,
        @Nullable WaitingChange addressChange) {}
