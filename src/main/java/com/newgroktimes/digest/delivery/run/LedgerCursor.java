package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.Outstanding;

/** How far a run has read its edition's open deliveries: first those that nobody has tried, then those that were put off and are due. */
final class LedgerCursor {

    private static final int BLOCK = 1_000;

    private final Outstanding outstanding;
    private final int edition;
    private final Clock clock;
    private boolean firstTries = true;
    private long after;
    private long dueAfter;

    LedgerCursor(Outstanding outstanding, int edition, Clock clock) {
        this.outstanding = outstanding;
        this.edition = edition;
        this.clock = clock;
    }

    /** The next of them, in key order; empty at the end. Reading is no claim: what is not taken is there again after a new beginning. */
    List<Delivery> read() {
        if (firstTries) {
            List<Delivery> waiting = outstanding.waiting(edition, clock.instant(), after, BLOCK);
            if (!waiting.isEmpty()) {
                after = last(waiting);
                return waiting;
            }
            passFirstTries();
        }
        List<Delivery> due = outstanding.due(edition, clock.instant(), dueAfter, BLOCK);
        if (!due.isEmpty()) {
            dueAfter = last(due);
        }
        return due;
    }

    private static long last(List<Delivery> deliveries) {
        return deliveries.get(deliveries.size() - 1).subscriber();
    }

    boolean isAtFirstTries() {
        return firstTries;
    }

    /** @return the first subscriber that was not read */
    long passFirstTries() {
        firstTries = false;
        dueAfter = 0;
        return after + 1;
    }

    /** When the first may go of those that were put off and are not due yet. */
    Optional<Instant> nextDue() {
        return outstanding.nextDue(edition, clock.instant());
    }

    /** @param subscriber from whom on first tries are read again; empty: none of them */
    void beginAgain(OptionalLong subscriber) {
        firstTries = subscriber.isPresent();
        after = subscriber.isPresent() ? subscriber.getAsLong() - 1 : after;
        dueAfter = 0;
    }
}
