package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import com.newgroktimes.digest.delivery.DeliverySettings.Retry;
import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.Settlement.Again;

/** When a delivery that was put off is tried again (RFC 5321 §4.5.4.1). */
final class Retries {

    private final Duration giveUpAfter;
    private final Retry pauses;
    private final Clock clock;

    Retries(Duration giveUpAfter, Retry pauses, Clock clock) {
        this.giveUpAfter = giveUpAfter;
        this.pauses = pauses;
        this.clock = clock;
    }

    /** Empty where it has been put off for long enough. */
    Optional<Again> after(Delivery delivery) {
        Instant now = clock.instant();
        Instant firstTried = delivery.firstTried() == null ? now : delivery.firstTried();
        Instant due = now.plus(pause(delivery.tries()));
        return due.isAfter(firstTried.plus(giveUpAfter)) ? Optional.empty() : Optional.of(new Again(firstTried, due));
    }

    /** For one that could not be tried: how long it may be put off counts from its first try, which is still to come. */
    Again afterNoTry(Delivery delivery) {
        Instant due = clock.instant().plus(pause(delivery.tries()));
        Instant firstTried = delivery.tries() == 0 ? null : delivery.firstTried();
        return new Again(firstTried == null ? due : firstTried, due);
    }

    // Up to half as long again, so that those who were put off together do not come back together.
    private Duration pause(int triesBefore) {
        Duration least = triesBefore == 0 ? pauses.secondTryAfter() : pauses.laterTriesAfter();
        return least.plusMillis(ThreadLocalRandom.current().nextLong(least.toMillis() / 2 + 1));
    }
}
