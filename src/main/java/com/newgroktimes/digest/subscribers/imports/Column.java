package com.newgroktimes.digest.subscribers.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a list of readers may say of each. */
enum Column {
    EMAIL,
    STATE,
    CONFIRMED_AT,
    EVIDENCE,
    LOCALE,
    SECTIONS,
    SOURCE,
    SUPPRESSED_REASON,
    SUPPRESSED_AT,
    SIGNED_UP_AT,
    LEFT_AT,
    FORMAT,
    BREAK_UNTIL,
    LEGACY_KEY;

    static Optional<Column> named(String name) {
        return Arrays.stream(values())
                .filter(column -> column.toString().equals(name))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Column::toString).collect(Collectors.joining(", "));
    }

    /** As the first line of a file names it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
