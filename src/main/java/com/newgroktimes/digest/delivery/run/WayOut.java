package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.subscribers.CouldNotLeave;

/** Nobody is mailed on while those who were mailed cannot leave: what is being sent pauses, on whichever node it is. */
@Component
final class WayOut {

    private static final Logger log = LoggerFactory.getLogger(WayOut.class);
    private static final Duration LOOKED_AT = Duration.ofMinutes(10);

    private final Editions editions;
    private final SafetyPause pause;
    private final int enough;
    private final Clock clock;
    private final Deque<Instant> failures = new ArrayDeque<>();

    WayOut(Editions editions, SafetyPause pause, DeliverySettings settings, Clock clock) {
        this.editions = editions;
        this.pause = pause;
        this.enough = settings.safety().failedLeaves();
        this.clock = clock;
    }

    @EventListener
    void on(CouldNotLeave failure) {
        if (enough > 0 && isOneTooMany(clock.instant())) {
            pauseAll();
        }
    }

    private synchronized boolean isOneTooMany(Instant now) {
        while (!failures.isEmpty() && failures.peekFirst().isBefore(now.minus(LOOKED_AT))) {
            failures.removeFirst();
        }
        failures.addLast(now);
        if (failures.size() < enough) {
            return false;
        }
        failures.clear(); // those who fail next need not all ask a database that may be away
        return true;
    }

    private void pauseAll() {
        String reason =
                "%d people who wanted to leave were answered with an error in the last %d minutes: see in the log why, and resume once /u/ answers."
                        .formatted(enough, LOOKED_AT.toMinutes());
        // Where it cannot be done, the ledger cannot be written either: nothing goes out.
        BestEffort.done(
                () -> editions.in(EnumSet.of(EditionState.SENDING)).forEach(edition -> pause.begin(edition, reason)),
                log,
                "Nothing could be paused, though people cannot leave.");
    }
}
