package com.newgroktimes.digest.editions;

import java.util.List;

/**
 * A kind of copy: two readers of one variant get the same bytes but for their personal slots.
 *
 * @param language BCP 47, one that the message bundles have
 * @param format   {@code html} (both parts) or {@code text} (plain text alone)
 * @param sections empty: all of them
 */
public record Variant(String language, String format, List<String> sections) {}
