package com.newgroktimes.digest.subscribers.imports;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Sections in one order, since readers of the same sections share their mail: the publication's, and the alphabet's for others. */
record SectionOrder(List<String> publications) {

    List<String> of(Collection<String> named) {
        return named.stream()
                .distinct()
                .sorted(Comparator.comparingInt(this::place).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private int place(String section) {
        int place = publications.indexOf(section);
        return place < 0 ? publications.size() : place;
    }
}
