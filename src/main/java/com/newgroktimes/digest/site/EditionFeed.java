package com.newgroktimes.digest.site;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A page of the feed of editions.
 *
 * @param id      of the feed, for ever
 * @param updated when something in it last changed; the beginning of time while it is empty
 * @param number  of this page, from 1
 * @param last    number of the last one
 */
public record EditionFeed(String id, Instant updated, List<Entry> entries, int number, int last) {

    /**
     * An edition; one that was withdrawn has the reason in the place of everything else.
     *
     * @param id        for ever
     * @param published when it went out
     */
    public record Entry(
            String id,
            int number,
            Instant published,
            Instant updated,
            String summary,
            @Nullable WebEdition edition,
            WebEdition.@Nullable Remark withdrawn) {}

    static EditionFeed of(String id, List<Entry> entries, int number, int last) {
        Optional<Instant> updated = entries.stream().map(Entry::updated).max(Comparator.naturalOrder());
        return new EditionFeed(id, updated.orElse(Instant.EPOCH), entries, number, last);
    }
}
