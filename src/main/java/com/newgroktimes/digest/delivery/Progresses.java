package com.newgroktimes.digest.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.Audience;
import com.newgroktimes.digest.delivery.ledger.DeliveryLedger;
import com.newgroktimes.digest.delivery.ledger.Tally;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;

/** Counts how far editions have come. Every figure is the ledger's. */
@Component
class Progresses {

    private static final Duration LATELY = Duration.ofMinutes(1);

    private final Editions editions;
    private final Audience audience;
    private final DeliveryLedger ledger;
    private final Clock clock;

    Progresses(Editions editions, Audience audience, DeliveryLedger ledger, Clock clock) {
        this.editions = editions;
        this.audience = audience;
        this.ledger = ledger;
        this.clock = clock;
    }

    Progress of(int number) {
        Edition edition = editions.get(number);
        Instant now = clock.instant();
        if (edition.frozenAt() == null) {
            return new Progress(audience.size(), Tally.none(), null, null, now);
        }
        Tally tally = ledger.tally(number, now.minus(LATELY));
        Integer perMinute = edition.state() == EditionState.SENDING ? perMinute(tally, edition.frozenAt(), now) : null;
        return new Progress(tally.total(), tally.counts(), perMinute, secondsLeft(tally, perMinute), now);
    }

    /** Null until the run is old enough to tell. */
    private static @Nullable Integer perMinute(Tally tally, Instant frozenAt, Instant now) {
        long millis = Math.min(Duration.between(frozenAt, now).toMillis(), LATELY.toMillis());
        return millis < 5_000 ? null : (int) (tally.lately() * LATELY.toMillis() / millis);
    }

    /** Without those that were put off: they wait for a time, not for their turn. */
    private static @Nullable Long secondsLeft(Tally tally, @Nullable Integer perMinute) {
        return perMinute == null || perMinute == 0
                ? null
                : tally.of(DeliveryState.WAITING, DeliveryState.SENDING) * LATELY.toSeconds() / perMinute;
    }
}
