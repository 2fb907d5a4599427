package com.newgroktimes.digest.mail;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.smtp.Line;

/** What a relay said of itself when it last gave us a line, whichever of us it was. */
final class LastHeard {

    /**
     * One name may stand for many machines, and not all of them take the same. Nobody is refused for good for the one that answered: lines to
     * others stay open for long.
     */
    private static final long OFFERED_LATELY = TimeUnit.HOURS.toNanos(1);

    private final LongSupplier nanos;
    private boolean asciiAlone;
    private @Nullable Long offeredAt;

    LastHeard(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void on(Line line) {
        boolean offers = line.offers("SMTPUTF8");
        if (offers) {
            offeredAt = nanos.getAsLong();
        }
        asciiAlone = !offers;
    }

    /** False also where it has never been heard, or was heard lately to take others. */
    synchronized boolean isAsciiAlone() {
        return asciiAlone && (offeredAt == null || nanos.getAsLong() - offeredAt > OFFERED_LATELY);
    }
}
