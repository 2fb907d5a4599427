package com.newgroktimes.digest.delivery.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.ledger.Delivery;

/** Deliveries that were read and wait for their turn, since their destination is slowed down. Not for two threads. */
final class KeptBack {

    private static final int MOST_OF_ONE_DESTINATION = 1_000;

    private final Destinations destinations;
    private final Map<String, Deque<Delivery>> byDestination = new LinkedHashMap<>();

    KeptBack(Destinations destinations) {
        this.destinations = destinations;
    }

    /** False where there are too many already. */
    boolean add(String destination, Delivery delivery) {
        Deque<Delivery> queue = byDestination.computeIfAbsent(destination, ignored -> new ArrayDeque<>());
        return queue.size() < MOST_OF_ONE_DESTINATION && queue.add(delivery);
    }

    /** Null where no destination may get one now. */
    @Nullable
    Delivery next() {
        byDestination.keySet().removeIf(destinations::isAside);
        for (Map.Entry<String, Deque<Delivery>> entry : byDestination.entrySet()) {
            if (destinations.allows(entry.getKey())) {
                return take(entry.getKey(), entry.getValue());
            }
        }
        return null;
    }

    private Delivery take(String destination, Deque<Delivery> queue) {
        Delivery next = queue.remove();
        if (queue.isEmpty()) {
            byDestination.remove(destination);
        }
        return next;
    }

    boolean holdsAny(String destination) {
        return byDestination.containsKey(destination);
    }

    boolean isEmpty() {
        return byDestination.isEmpty();
    }
}
