package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.Outstanding;

/**
 * Hands an edition's deliveries to its senders, each to one: first those that nobody has tried, then those that were put off and
 * are due. They are read in blocks, in key order; reading is no claim. Those to a destination that may have no more now are kept back
 * for their turn while others go on. It is exhausted when no row may go within five minutes, and none is in a sender's hands, which might
 * give it back.
 */
final class Readahead {

    private static final int BLOCK = 1_000;
    private static final Duration WORTH_WAITING_FOR = Duration.ofMinutes(5);

    private final Outstanding outstanding;
    private final int edition;
    private final Destinations destinations;
    private final Clock clock;
    private final Deque<Delivery> block = new ArrayDeque<>();
    private final KeptBack keptBack;
    private boolean firstTries = true;
    private boolean readAll;
    private boolean passedOver;
    private long after;
    private @Nullable Instant dueAgain;
    private boolean exhausted;
    private int inHand;

    Readahead(Outstanding outstanding, int edition, Destinations destinations, Clock clock) {
        this.outstanding = outstanding;
        this.edition = edition;
        this.destinations = destinations;
        this.clock = clock;
        this.keptBack = new KeptBack(destinations);
    }

    /** Null where there is none that may go now. */
    synchronized @Nullable Delivery next() {
        Delivery next = keptBack.next();
        while (next == null && (!block.isEmpty() || read())) {
            next = unlessItMustWait(block.remove());
            if (next == null && block.isEmpty()) {
                next = keptBack.nextOfMany();
            }
        }
        if (next == null) {
            next = keptBack.nextOfAll();
        }
        inHand += next == null ? 0 : 1;
        return next;
    }

    /** One to a destination that was put aside stays where it is in the ledger: a later attempt finds it. */
    private @Nullable Delivery unlessItMustWait(Delivery delivery) {
        if (delivery.reader() == null) {
            return delivery;
        }
        String domain = delivery.reader().domain();
        if (destinations.isAside(domain)) {
            return null;
        }
        if (!keptBack.holdsAny(domain) && destinations.takes(delivery)) {
            return delivery;
        }
        passedOver |= !keptBack.add(domain, delivery);
        return null;
    }

    /** What was taken from here is dealt with, or was given back before: others need not wait for it any more. */
    synchronized void letGo(Delivery delivery) {
        destinations.letsGo(delivery);
        inHand--;
    }

    /** For a delivery that was taken from here and not claimed. */
    synchronized void again(Delivery delivery) {
        block.addFirst(delivery);
        exhausted = false;
    }

    /** The same, behind all others that were read: not everybody can bring it. */
    synchronized void later(Delivery delivery) {
        block.addLast(delivery);
        exhausted = false;
    }

    synchronized boolean isExhausted() {
        return exhausted && inHand == 0 && block.isEmpty() && keptBack.isEmpty();
    }

    private boolean read() {
        if (exhausted || isWaiting() || (passedOver && readAll && !keptBack.isEmpty())) {
            return false;
        }
        if (firstTries && readOn(outstanding.waiting(edition, clock.instant(), after, BLOCK))) {
            return true;
        }
        if (firstTries) {
            firstTries = false;
            after = 0;
        }
        if (readOn(outstanding.due(edition, clock.instant(), after, BLOCK))) {
            return true;
        }
        readAll = true;
        return passedOver ? keptBack.isEmpty() && readFromTheStart() : lookAhead();
    }

    // More had to wait for a slow destination than are kept back: they are found again once those have gone.
    private boolean readFromTheStart() {
        passedOver = false;
        readAll = false;
        firstTries = true;
        after = 0;
        return read();
    }

    private boolean isWaiting() {
        return dueAgain != null && clock.instant().isBefore(dueAgain);
    }

    private boolean readOn(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return false;
        }
        block.addAll(deliveries);
        deliveries.stream().map(Delivery::reader).filter(Objects::nonNull).forEach(destinations::expects);
        after = deliveries.get(deliveries.size() - 1).subscriber();
        return true;
    }

    private boolean lookAhead() {
        after = 0;
        Instant now = clock.instant();
        dueAgain = outstanding
                .nextDue(edition, now)
                .filter(due -> due.isBefore(now.plus(WORTH_WAITING_FOR)))
                .orElse(null);
        exhausted = dueAgain == null;
        return false;
    }
}
