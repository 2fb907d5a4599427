package com.newgroktimes.digest.operator.api;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A list of problems that a person can read: of very many the first, and how many more there are. */
final class FirstOfMany {

    private static final int MOST = 100;

    private FirstOfMany() {}

    /** @param last makes a problem of {@code and 4,321 more} */
    static <T> List<T> of(List<T> problems, Function<String, T> last) {
        int more = problems.size() - MOST;
        return more <= 0
                ? problems
                : Stream.concat(problems.stream().limit(MOST), Stream.of(last.apply("and %,d more".formatted(more))))
                        .toList();
    }
}
