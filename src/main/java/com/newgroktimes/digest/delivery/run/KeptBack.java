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

/** Deliveries that were read and wait for their turn, since their destination may have no more now. Not for two threads. */
final class KeptBack {

    private static final int MOST_OF_ONE_DESTINATION = 1_000;

    private final Destinations destinations;
    private final Map<String, Deque<Delivery>> byDestination = new LinkedHashMap<>();
    private final Set<Long> subscribers = new HashSet<>();

    KeptBack(Destinations destinations) {
        this.destinations = destinations;
    }

    /** False where there are too many already. */
    boolean add(String destination, Delivery delivery) {
        Deque<Delivery> queue = byDestination.computeIfAbsent(destination, ignored -> new ArrayDeque<>());
        return !isFull(queue) && queue.add(delivery) && subscribers.add(delivery.subscriber());
    }

    /** Whether it is here already: what waits is read again from the ledger, which knows nothing of it. */
    boolean has(Delivery delivery) {
        return subscribers.contains(delivery.subscriber());
    }

    boolean holdsAny(String destination) {
        return byDestination.containsKey(destination);
    }

    boolean isFull(String destination) {
        Deque<Delivery> queue = byDestination.get(destination);
        return queue != null && isFull(queue);
    }

    private static boolean isFull(Deque<Delivery> queue) {
        return queue.size() >= MOST_OF_ONE_DESTINATION;
    }

    boolean isHalfEmpty(String destination) {
        Deque<Delivery> queue = byDestination.get(destination);
        return queue == null || queue.size() <= MOST_OF_ONE_DESTINATION / 2;
    }

    boolean isEmpty() {
        return byDestination.isEmpty();
    }

    /** Those of destinations that get nothing for a while: they are here no more. */
    List<Delivery> takeOutThoseAside() {
        List<Delivery> aside = new ArrayList<>();
        byDestination
                .entrySet()
                .removeIf(entry -> destinations.isDestinationAside(entry.getKey()) && aside.addAll(entry.getValue()));
        aside.forEach(delivery -> subscribers.remove(delivery.subscriber()));
        return aside;
    }

    /** Null where no destination may get one now. */
    @Nullable
    Delivery next() {
        return first(destinations::takes, queue -> true);
    }

    /** One of those that wait in such numbers that hardly any others do. */
    @Nullable
    Delivery nextOfMany() {
        return first(destinations::takesAlone, KeptBack::isFull);
    }

    /** One of any, since nothing else is left. */
    @Nullable
    Delivery nextOfAll() {
        return first(destinations::takesAlone, queue -> true);
    }

    private @Nullable Delivery first(Predicate<Delivery> taken, Predicate<Deque<Delivery>> asked) {
        for (Map.Entry<String, Deque<Delivery>> entry : byDestination.entrySet()) {
            Deque<Delivery> queue = entry.getValue();
            if (asked.test(queue) && taken.test(queue.element())) {
                return take(entry.getKey(), queue);
            }
        }
        return null;
    }

    private Delivery take(String destination, Deque<Delivery> queue) {
        Delivery next = queue.remove();
        subscribers.remove(next.subscriber());
        if (queue.isEmpty()) {
            byDestination.remove(destination);
        }
        return next;
    }
}
