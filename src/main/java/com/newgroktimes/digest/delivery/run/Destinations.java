package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Destinations that refused us rather than a reader. Each is left alone for half an hour; when several in a row do, with nothing
 * accepted in between, it is the relay or the message, and going on would burn the list.
 */
final class Destinations {

    static final Duration ASIDE = Duration.ofMinutes(30);
    private static final int TOO_MANY_IN_A_ROW = 3;

    private final Map<String, Instant> aside = new ConcurrentHashMap<>();
    private final AtomicInteger inARow = new AtomicInteger();
    private final Clock clock;

    Destinations(Clock clock) {
        this.clock = clock;
    }

    /** True when this is one too many. What was in hand when a destination was put aside counts once. */
    boolean refusesUs(String domain) {
        Instant now = clock.instant();
        Instant before = aside.put(domain, now.plus(ASIDE));
        boolean news = before == null || !now.isBefore(before);
        return news && inARow.incrementAndGet() >= TOO_MANY_IN_A_ROW;
    }

    void accepts() {
        inARow.set(0);
    }

    boolean isAside(String domain) {
        Instant until = aside.get(domain);
        return until != null && clock.instant().isBefore(until);
    }

    /** When the first of them may be tried again. */
    Optional<Instant> nextBack() {
        return aside.values().stream().filter(clock.instant()::isBefore).min(Instant::compareTo);
    }
}
