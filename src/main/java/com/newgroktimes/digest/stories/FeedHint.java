package com.newgroktimes.digest.stories;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.newgroktimes.digest.stories.FeedReading.FeedItem;

/** What looks wrong with a feed that can be read, and what to do. */
final class FeedHint {

    private static final Duration STALE = Duration.ofDays(60);

    private FeedHint() {}

    /** Empty where all looks well. */
    static Optional<String> of(FeedReading reading, Instant now) {
        if (reading.items().isEmpty()) {
            return Optional.of(
                    "It has no entries. If its site has stories, see whether this is the feed that it names now.");
        }
        List<Instant> dates = reading.items().stream()
                .map(FeedItem::reading)
                .map(item -> item.story().publishedAt())
                .filter(Objects::nonNull)
                .toList();
        if (dates.isEmpty()) {
            return Optional.of(
                    "None of its entries has a date that can be read, so each counts from when it was first seen. Tell whoever makes the feed.");
        }
        Instant newest = dates.stream().max(Instant::compareTo).orElseThrow();
        return newest.plus(STALE).isBefore(now)
                ? Optional.of(
                        "Its newest entry is of %s. If its site has newer stories, see whether this is the feed that it names now."
                                .formatted(newest))
                : Optional.empty();
    }
}
