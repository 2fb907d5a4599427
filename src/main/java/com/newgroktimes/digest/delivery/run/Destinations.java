package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.newgroktimes.digest.delivery.ledger.DestinationBrakes;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes.DestinationBrake;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes.Kind;

/**
 * Destinations that want less than we could send. One that refused us rather than a reader is left alone for half an hour; when
 * several in a row do, with nothing accepted in between, it is the relay or the message, and going on would burn the list. One that
 * asked for patience gets its messages more slowly until it takes them again.
 */
final class Destinations {

    static final Duration ASIDE = Duration.ofMinutes(30);

    private static final Logger log = LoggerFactory.getLogger(Destinations.class);
    private static final Duration SLOWED_FOR = Duration.ofMinutes(10); // at least; asked again it is as long again
    private static final int TOO_MANY_IN_A_ROW = 3;

    private final DestinationBrakes brakes;
    private final int edition;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<String, Instant> aside = new HashMap<>();
    private final Map<String, Tempo> slowed = new HashMap<>();
    private int inARow;

    /** @param brakes what was found out in earlier attempts, and is kept for later ones */
    Destinations(DestinationBrakes brakes, int edition, Clock clock, LongSupplier nanos) {
        this.brakes = brakes;
        this.edition = edition;
        this.clock = clock;
        this.nanos = nanos;
        brakes.of(edition, clock.instant()).forEach(this::goOn);
    }

    private void goOn(DestinationBrake brake) {
        if (brake.kind() == Kind.ASIDE) {
            aside.put(brake.domain(), brake.until());
        } else {
            slowed.put(brake.domain(), new Tempo(nanos.getAsLong()));
        }
    }

    /** True when this is one too many. What was in hand when a destination was put aside counts once. */
    synchronized boolean refusesUs(String domain, String reply) {
        if (isAside(domain)) {
            return false;
        }
        Instant now = clock.instant();
        aside.put(domain, now.plus(ASIDE));
        keep(new DestinationBrake(domain, Kind.ASIDE, now, now.plus(ASIDE), reply));
        inARow++;
        return inARow >= TOO_MANY_IN_A_ROW;
    }

    synchronized void asksToSlow(String domain, String reply) {
        long now = nanos.getAsLong();
        Tempo tempo = slowed.get(domain);
        if (tempo == null) {
            slowed.put(domain, new Tempo(now));
            Instant since = clock.instant();
            keep(new DestinationBrake(domain, Kind.SLOWED, since, since.plus(SLOWED_FOR), reply));
            log.info("{} asks for patience and is slowed down: {}", domain, reply);
        } else {
            tempo.slower(now);
        }
    }

    synchronized void accepts(String domain) {
        inARow = 0;
        Tempo tempo = slowed.get(domain);
        if (tempo != null && tempo.faster()) {
            slowed.remove(domain);
            release(domain);
            log.info("{} takes messages as fast as all others again.", domain);
        }
    }

    synchronized boolean isAside(String domain) {
        Instant until = aside.get(domain);
        return until != null && clock.instant().isBefore(until);
    }

    synchronized boolean isSlowed(String domain) {
        return slowed.containsKey(domain);
    }

    /** True for whoever may take a delivery to this destination now. */
    synchronized boolean allows(String domain) {
        Tempo tempo = slowed.get(domain);
        return tempo == null || tempo.allows(nanos.getAsLong());
    }

    /** When the first of those that were put aside may be tried again. */
    synchronized Optional<Instant> nextBack() {
        return aside.values().stream().filter(clock.instant()::isBefore).min(Instant::compareTo);
    }

    // What is not kept is found out again: no reason to stop.
    private void keep(DestinationBrake brake) {
        BestEffort.done(() -> brakes.put(edition, brake), log, "That {} wants less is not kept.", brake.domain());
    }

    private void release(String domain) {
        BestEffort.done(
                () -> brakes.release(edition, domain), log, "That {} wants no less any more is not kept.", domain);
    }
}
