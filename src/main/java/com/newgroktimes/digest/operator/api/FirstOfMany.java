package com.newgroktimes.digest.operator.api;

import java.util.List;
import java.util.stream.Stream;

/**
 * A list of problems that a person can read: of very many the first.
 *
 * @param more how many there are beside them
 */
record FirstOfMany<T>(List<T> first, int more) {

    private static final int MOST = 100;

    static <T> FirstOfMany<T> of(List<T> problems) {
        int shown = Math.min(MOST, problems.size());
        return new FirstOfMany<>(problems.subList(0, shown), problems.size() - shown);
    }

    /** Where problems are sentences, the last one tells of the rest. */
    static List<String> sentences(List<String> problems) {
        FirstOfMany<String> few = of(problems);
        return few.more() == 0
                ? problems
                : Stream.concat(few.first().stream(), Stream.of("and %,d more".formatted(few.more())))
                        .toList();
    }
}
