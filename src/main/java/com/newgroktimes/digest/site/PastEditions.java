package com.newgroktimes.digest.site;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** One page of past editions, with the numbers of the pages beside it. */
public record PastEditions(
        List<EditionLine> editions,
        @Nullable Integer newer,
        @Nullable Integer older) {}
