package com.newgroktimes.digest.site;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is shown.
 *
 * @param number from 1
 * @param last   number of the last page; 1 where the list is empty
 * @param size   how many a page has
 */
record PageNumber(int number, int last, int size) {

    /** One address for one page: 01 is none. */
    private static final Pattern CANONICAL = Pattern.compile(EditionsPages.CANONICAL);

    /**
     * Empty where there is no such page.
     *
     * @param asked as the address has it
     * @param all   how many the list has
     */
    static Optional<PageNumber> of(String asked, int all, int size) {
        int last = Math.max(1, (all + size - 1) / size);
        return Optional.of(asked)
                .filter(number -> CANONICAL.matcher(number).matches())
                .map(Integer::valueOf)
                .filter(number -> number <= last)
                .map(number -> new PageNumber(number, last, size));
    }

    /** How many of the list stand on the pages before. */
    int skipped() {
        return (number - 1) * size;
    }

    @Nullable
    Integer before() {
        return number > 1 ? number - 1 : null;
    }

    @Nullable
    Integer after() {
        return number < last ? number + 1 : null;
    }
}
