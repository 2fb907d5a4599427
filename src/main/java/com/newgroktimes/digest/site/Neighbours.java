package com.newgroktimes.digest.site;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The editions that readers may see before and after one.
 *
 * @param previous number of the one before; null: this is the first
 * @param next     number of the one after; null: this is the newest
 */
public record Neighbours(
        @Nullable Integer previous, @Nullable Integer next) {

    static final Neighbours NONE = new Neighbours(null, null);

    /** @param all numbers of those that readers may see, newest first; not always with this one among them */
    static Neighbours of(int number, List<Integer> all) {
        return new Neighbours(
                all.stream().filter(other -> other < number).findFirst().orElse(null),
                all.stream()
                        .filter(other -> other > number)
                        .reduce((newer, older) -> older)
                        .orElse(null));
    }
}
