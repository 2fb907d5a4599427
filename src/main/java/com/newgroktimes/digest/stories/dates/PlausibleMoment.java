package com.newgroktimes.digest.stories.dates;

import java.time.Instant;
import java.util.Optional;

import com.newgroktimes.digest.platform.Timestamptz;

/** A moment at which a story may have been published, as fine as it is kept. */
public final class PlausibleMoment {

    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private PlausibleMoment() {}

    /** Empty where it cannot be meant. */
    public static Optional<Instant> of(Instant read) {
        return Optional.of(Timestamptz.asKept(read))
                .filter(moment -> moment.isAfter(EARLIEST) && moment.isBefore(LATEST));
    }
}
