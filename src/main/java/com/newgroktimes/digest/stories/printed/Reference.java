package com.newgroktimes.digest.stories.printed;

import org.jspecify.annotations.Nullable;

/**
 * A line of a list of sources.
 *
 * @param n     as printed
 * @param url   null where none is printed
 * @param words the title of a news source, or what a post says
 */
public record Reference(
        @Nullable Integer n, @Nullable String url, @Nullable String words) {}
