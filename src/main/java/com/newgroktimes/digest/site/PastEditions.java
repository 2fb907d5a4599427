package com.newgroktimes.digest.site;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of past editions.
 *
 * @param number of this page, from 1
 * @param newer  number of the page before; null: this is the first
 * @param older  number of the page after; null: this is the last
 */
public record PastEditions(
        List<EditionLine> editions,
        int number,
        @Nullable Integer newer,
        @Nullable Integer older) {}
