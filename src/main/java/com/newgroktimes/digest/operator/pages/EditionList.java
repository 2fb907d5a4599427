package com.newgroktimes.digest.operator.pages;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.EditionState;

/**
 * Editions, or those of one state. Templates read it.
 *
 * @param lines  those looked for, newest first
 * @param counts how many there are of each, by the name of the state
 * @param state  null is any
 */
public record EditionList(
        List<SheetLine> lines,
        Map<String, Integer> counts,
        @Nullable EditionState state) {

    /** @param typed the name of a state; anything else is any */
    static EditionList of(List<SheetLine> all, String typed) {
        var counts = new LinkedHashMap<String, Integer>();
        all.stream()
                .map(line -> line.edition().state())
                .sorted()
                .forEach(one -> counts.merge(one.name(), 1, Integer::sum));
        EditionState state = Arrays.stream(EditionState.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
        return new EditionList(
                all.stream()
                        .filter(line -> state == null || line.edition().state() == state)
                        .toList(),
                counts,
                state);
    }
}
