package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.DestinationName;
import com.newgroktimes.digest.delivery.ledger.Outstanding;

/**
 * Hands an edition's deliveries to its senders, each to one: first those that nobody has tried, then those that were put off and
 * are due. They are read in blocks, in key order; reading is no claim. Those to a destination that may have no more now are kept back
 * for their turn while others go on, and so are those that not every relay can bring. It is exhausted when nothing is kept back, no row
 * may go within five minutes, and none is in a sender's hands, which might give it back.
 */
final class Readahead {

    private static final Duration WORTH_WAITING_FOR = Duration.ofMinutes(5);

    /** While something is kept back, for what is due meanwhile. */
    private static final Duration LOOKED_FOR_AGAIN = Duration.ofMinutes(1);

    private final LedgerCursor cursor;
    private final Destinations destinations;
    private final Clock clock;
    private final Deque<Delivery> block = new ArrayDeque<>();
    private final ForOthers forOthers;
    private final KeptBack keptBack;
    private final Overflow overflow;
    private @Nullable Instant lookAgain;
    private boolean forThoseKept;
    private boolean exhausted;
    private int inHand;
    private volatile boolean ended;

    Readahead(Outstanding outstanding, int edition, Destinations destinations, Clock clock) {
        this.cursor = new LedgerCursor(outstanding, edition, clock);
        this.destinations = destinations;
        this.clock = clock;
        this.keptBack = new KeptBack(destinations);
        this.forOthers = new ForOthers(destinations);
        this.overflow = new Overflow(keptBack, destinations);
    }

    /**
     * Null where there is none that may go now.
     *
     * @param brings whether whoever asks is one to bring what others cannot
     */
    synchronized @Nullable Delivery next(Predicate<Delivery> brings) {
        keptBack.takeOutThoseAside().forEach(this::leaveInTheLedger);
        forOthers.takeOutThoseAside().forEach(this::leaveInTheLedger);
        Delivery next = keptBack.next();
        while (next == null && (!block.isEmpty() || read())) {
            Delivery read = block.poll();
            next = read == null ? null : unlessItMustWait(read);
            if (next == null && block.isEmpty()) {
                next = keptBack.nextOfMany();
            }
        }
        if (next == null) {
            next = keptBack.nextOfAll();
        }
        if (next == null) {
            next = forOthers.next(brings);
        }
        inHand += next == null ? 0 : 1;
        return next;
    }

    private @Nullable Delivery unlessItMustWait(Delivery delivery) {
        if (delivery.reader() == null) {
            return delivery;
        }
        if (destinations.isAside(delivery)) {
            leaveInTheLedger(delivery);
            return null;
        }
        DestinationName destination = destinations.nameOf(delivery.reader().domain());
        if (!keptBack.holdsAny(destination) && destinations.takes(delivery)) {
            return delivery;
        }
        if (!keptBack.add(destination, delivery)) {
            leaveInTheLedger(delivery);
        }
        return null;
    }

    /** It is read again when there is room for it, or by a later attempt. */
    private void leaveInTheLedger(Delivery delivery) {
        DestinationName destination =
                destinations.nameOf(Objects.requireNonNull(delivery.reader()).domain());
        if (delivery.state() == DeliveryState.WAITING) {
            overflow.add(destination, delivery.subscriber());
        } else {
            overflow.addPutOff(destination);
        }
    }

    /** What was taken from here is dealt with: others need not wait for it any more. */
    synchronized void letGo(Delivery delivery) {
        destinations.letsGo(delivery);
        inHand--;
    }

    /** In the place of that, for a delivery that was not claimed. */
    synchronized void again(Delivery delivery) {
        letGo(delivery);
        block.addFirst(delivery);
        exhausted = false;
    }

    /** The same, behind all others that there are: not everybody can bring it. Where those are many, a later attempt finds the rest. */
    synchronized void later(Delivery delivery) {
        letGo(delivery);
        if (delivery.reader() != null && destinations.isAside(delivery)) {
            leaveInTheLedger(delivery);
        } else {
            forOthers.add(delivery);
        }
    }

    synchronized boolean isExhausted() {
        ended = exhausted && inHand == 0 && block.isEmpty() && keptBack.isEmpty() && forOthers.isEmpty();
        return ended;
    }

    /** Whether somebody has found it exhausted. Waits for nobody who reads. */
    boolean hasEnded() {
        return ended;
    }

    private boolean read() {
        if (exhausted) {
            return false;
        }
        if (isWaiting()) {
            return overflow.hasRoom() && readAgain();
        }
        if (cursor.isAtFirstTries() && overflow.isServed()) {
            overflow.leaveOff(cursor.passFirstTries());
        }
        List<Delivery> read = cursor.read();
        if (!read.isEmpty()) {
            add(read);
            return true;
        }
        return overflow.hasRoom() ? readAgain() : lookAhead();
    }

    private boolean isWaiting() {
        boolean hasEnded = forThoseKept && !goesOn();
        return lookAgain != null && clock.instant().isBefore(lookAgain) && !hasEnded;
    }

    /** Whether something is left that goes without a moment to wait for. */
    private boolean goesOn() {
        return !keptBack.isEmpty() || !forOthers.isEmpty() || overflow.isOfAnyThatIsServed();
    }

    /** For those of which more waits than was kept back. */
    private boolean readAgain() {
        cursor.beginAgain(overflow.begin());
        lookAgain = null;
        return read();
    }

    private void add(List<Delivery> deliveries) {
        for (Delivery delivery : deliveries) {
            if (!keptBack.has(delivery) && !forOthers.has(delivery) && !destinations.haveInHand(delivery)) {
                block.add(delivery);
                Optional.ofNullable(delivery.reader()).ifPresent(destinations::expects);
            }
        }
    }

    private boolean lookAhead() {
        cursor.beginAgain(OptionalLong.empty());
        Instant now = clock.instant();
        forThoseKept = goesOn();
        lookAgain = Stream.of(
                        cursor.nextDue(),
                        destinations.nextBack(),
                        Optional.of(now.plus(LOOKED_FOR_AGAIN)).filter(soon -> forThoseKept))
                .flatMap(Optional::stream)
                .filter(moment -> moment.isBefore(now.plus(WORTH_WAITING_FOR)))
                .min(Instant::compareTo)
                .orElse(null);
        exhausted = lookAgain == null;
        return false;
    }
}
