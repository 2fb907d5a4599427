package com.newgroktimes.digest.operator.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.EditionState;

/**
 * One page of the editions, or of those of one state. Templates read it.
 *
 * @param lines  newest first
 * @param next   the last edition of this page, after which the next one begins; null where there is none
 * @param counts how many there are of each on all pages, by the name of the state
 * @param state  null is any
 */
public record EditionList(
        List<SheetLine> lines,
        @Nullable Integer next,
        Map<String, Integer> counts,
        @Nullable EditionState state) {

    static final int LINES = 100;

    /** @param found one line more than a page has, where there are as many */
    static EditionList of(List<SheetLine> found, Map<EditionState, Integer> counts, @Nullable EditionState state) {
        List<SheetLine> lines = found.subList(0, Math.min(LINES, found.size()));
        Integer next = found.size() > LINES ? lines.get(LINES - 1).edition().number() : null;
        Map<String, Integer> named = counts.entrySet().stream()
                .collect(Collectors.toMap(
                        one -> one.getKey().name(), Map.Entry::getValue, Integer::sum, LinkedHashMap::new));
        return new EditionList(lines, next, named, state);
    }
}
