package com.newgroktimes.digest.editions;

import java.util.List;
import java.util.stream.IntStream;

/** Many stories in parts: of so few at once each may be as long as stories are. */
final class Parts {

    private static final int AT_ONCE = 500;

    private Parts() {}

    static <T> List<List<T>> of(List<T> all) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + AT_ONCE)
                .mapToObj(from -> all.subList(from, Math.min(from + AT_ONCE, all.size())))
                .toList();
    }
}
