package com.newgroktimes.digest.stories;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Several authors in one line. */
final class ByLine {

    private ByLine() {}

    /** {@code A, B and C}; null where there is nobody. */
    static @Nullable String of(List<String> authors) {
        int last = authors.size() - 1;
        return switch (authors.size()) {
            case 0 -> null;
            case 1 -> authors.get(0);
            default -> String.join(", ", authors.subList(0, last)) + " and " + authors.get(last);
        };
    }
}
