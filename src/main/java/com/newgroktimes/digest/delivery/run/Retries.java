package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.Settlement.Again;

/** When a delivery that was put off is tried again: twice within the first hour, then every two to three hours (RFC 5321 §4.5.4.1). */
final class Retries {

    private static final Duration SECOND_TRY_AFTER = Duration.ofMinutes(30);
    private static final Duration LATER_TRIES_AFTER = Duration.ofHours(2);

    private final Duration giveUpAfter;
    private final Clock clock;

    Retries(Duration giveUpAfter, Clock clock) {
        this.giveUpAfter = giveUpAfter;
        this.clock = clock;
    }

    /** Empty where it has been put off for long enough. */
    Optional<Again> after(Delivery delivery) {
        Instant now = clock.instant();
        Instant firstTried = delivery.firstTried() == null ? now : delivery.firstTried();
        Instant due = now.plus(pause(delivery.tries()));
        return due.isAfter(firstTried.plus(giveUpAfter)) ? Optional.empty() : Optional.of(new Again(firstTried, due));
    }

    // Up to half as long again, so that those who were put off together do not come back together.
    private static Duration pause(int triesBefore) {
        Duration least = triesBefore == 0 ? SECOND_TRY_AFTER : LATER_TRIES_AFTER;
        return least.plusMillis(ThreadLocalRandom.current().nextLong(least.toMillis() / 2));
    }
}
