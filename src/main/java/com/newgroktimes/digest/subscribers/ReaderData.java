package com.newgroktimes.digest.subscribers;

import java.util.List;

/**
 * All that is kept here about one reader.
 *
 * @param evidence   oldest first
 * @param legacyKeys by what links of an older system name them
 */
public record ReaderData(Subscriber reader, List<Evidence> evidence, List<String> legacyKeys) {}
