package com.newgroktimes.digest.delivery.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.DestinationName;

/** Deliveries that were read and wait for their turn, since their destination may have no more now. Not for two threads. */
final class KeptBack {

    private static final int MOST_OF_ONE_DESTINATION = 1_000;
    private static final int FEW = 100;

    /** Ten times what it takes to ask one. */
    private static final long NANOS_EACH = 3_000;

    private final Destinations destinations;
    private final Map<DestinationName, Deque<Delivery>> byDestination = new LinkedHashMap<>();
    private final Set<Long> subscribers = new HashSet<>();
    private final Round fairly;
    private final Round ofMany;
    private final Round ofAll;
    private int seenPutAside;

    KeptBack(Destinations destinations) {
        this.destinations = destinations;
        this.fairly = new Round(destinations::takes, queue -> true);
        this.ofMany = new Round(destinations::takesAlone, KeptBack::isFull);
        this.ofAll = new Round(destinations::takesAlone, queue -> true);
    }

    /** False where there are too many already. */
    boolean add(DestinationName destination, Delivery delivery) {
        Deque<Delivery> queue = byDestination.computeIfAbsent(destination, ignored -> new ArrayDeque<>());
        return !isFull(queue) && queue.add(delivery) && subscribers.add(delivery.subscriber());
    }

    /** Whether it is here already: what waits is read again from the ledger, which knows nothing of it. */
    boolean has(Delivery delivery) {
        return subscribers.contains(delivery.subscriber());
    }

    boolean holdsAny(DestinationName destination) {
        return byDestination.containsKey(destination);
    }

    boolean isFull(DestinationName destination) {
        Deque<Delivery> queue = byDestination.get(destination);
        return queue != null && isFull(queue);
    }

    private static boolean isFull(Deque<Delivery> queue) {
        return queue.size() >= MOST_OF_ONE_DESTINATION;
    }

    boolean isHalfEmpty(DestinationName destination) {
        Deque<Delivery> queue = byDestination.get(destination);
        return queue == null || queue.size() <= MOST_OF_ONE_DESTINATION / 2;
    }

    boolean isEmpty() {
        return byDestination.isEmpty();
    }

    /** Those that get nothing for a while: they are here no more, and hold up nobody behind them. */
    List<Delivery> takeOutThoseAside() {
        int times = destinations.timesPutAside();
        if (times == seenPutAside) {
            return List.of();
        }
        seenPutAside = times;
        List<Delivery> aside = new ArrayList<>();
        byDestination.values().removeIf(queue -> {
            queue.removeIf(delivery -> destinations.isAside(delivery) && aside.add(delivery));
            return queue.isEmpty();
        });
        aside.forEach(delivery -> subscribers.remove(delivery.subscriber()));
        return aside;
    }

    /** Null where no destination may get one now. */
    @Nullable
    Delivery next() {
        return fairly.first();
    }

    /** One of those that wait in such numbers that hardly any others do. */
    @Nullable
    Delivery nextOfMany() {
        return ofMany.first();
    }

    /** One of any, since nothing else is left. */
    @Nullable
    Delivery nextOfAll() {
        return ofAll.first();
    }

    /**
     * Goes through the destinations in search of one that may have more. Where none may, nobody goes through them again for as long as
     * that is a small part of the time: there may be thousands, and whoever asks has the run's one lock.
     */
    private final class Round {

        private final Predicate<Delivery> taken;
        private final Predicate<Deque<Delivery>> asked;
        private long again = destinations.nanos();

        Round(Predicate<Delivery> taken, Predicate<Deque<Delivery>> asked) {
            this.taken = taken;
            this.asked = asked;
        }

        @Nullable
        Delivery first() {
            long now = destinations.nanos();
            if (byDestination.size() > FEW && now - again < 0) {
                return null;
            }
            for (Map.Entry<DestinationName, Deque<Delivery>> entry : byDestination.entrySet()) {
                Deque<Delivery> queue = entry.getValue();
                if (asked.test(queue) && taken.test(queue.element())) {
                    return take(entry.getKey(), queue);
                }
            }
            again = now + byDestination.size() * NANOS_EACH;
            return null;
        }
    }

    private Delivery take(DestinationName destination, Deque<Delivery> queue) {
        Delivery next = queue.remove();
        subscribers.remove(next.subscriber());
        if (queue.isEmpty()) {
            byDestination.remove(destination);
        }
        return next;
    }
}
