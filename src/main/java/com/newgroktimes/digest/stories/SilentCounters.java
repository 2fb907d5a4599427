package com.newgroktimes.digest.stories;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Links whose counters could not say where they lead, and since when: an entry waits for that, though not for ever. */
final class SilentCounters {

    /** What a service is down for; a feed drops its oldest entries, and what waits longer may be gone. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Instant> since = new LinkedHashMap<>();

    SilentCounters(Clock clock) {
        this.clock = clock;
    }

    /** It has said where it leads. */
    synchronized void hasAnswered(String link) {
        since.remove(link);
    }

    /** It was asked in vain just now. False where that goes on for too long. */
    synchronized boolean mayWait(String link) {
        Instant now = clock.instant();
        Instant first = since.computeIfAbsent(link, any -> now);
        boolean waits = now.isBefore(first.plus(LONGEST));
        if (!waits || since.size() > MOST) {
            since.remove(waits ? since.keySet().iterator().next() : link);
        }
        return waits;
    }
}
