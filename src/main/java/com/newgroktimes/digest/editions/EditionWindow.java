package com.newgroktimes.digest.editions;

import java.time.Instant;

/**
 * The time whose stories an edition takes.
 *
 * @param opens  the first moment in it
 * @param closes the first moment after it
 */
public record EditionWindow(Instant opens, Instant closes) {

    public EditionWindow {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("A window that opens at %s cannot close at %s".formatted(opens, closes));
        }
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(opens) && moment.isBefore(closes);
    }
}
