package com.newgroktimes.digest.delivery.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.ledger.Delivery;

/** Deliveries that were read and wait for their turn, since their destination may have no more now. Not for two threads. */
final class KeptBack {

    private static final int MOST_OF_ONE_DESTINATION = 1_000;

    private final Destinations destinations;
    private final Map<String, Deque<Delivery>> byDomain = new LinkedHashMap<>();

    KeptBack(Destinations destinations) {
        this.destinations = destinations;
    }

    /** False where there are too many already. */
    boolean add(String domain, Delivery delivery) {
        Deque<Delivery> queue = byDomain.computeIfAbsent(domain, ignored -> new ArrayDeque<>());
        return !isFull(queue) && queue.add(delivery);
    }

    private static boolean isFull(Deque<Delivery> queue) {
        return queue.size() >= MOST_OF_ONE_DESTINATION;
    }

    /** Null where no destination may get one now. Those of one that gets nothing for a while are let go: a later attempt finds them. */
    @Nullable
    Delivery next() {
        byDomain.keySet().removeIf(destinations::isAside);
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
        for (Map.Entry<String, Deque<Delivery>> entry : byDomain.entrySet()) {
            Deque<Delivery> queue = entry.getValue();
            if (asked.test(queue) && taken.test(queue.element())) {
                return take(entry.getKey(), queue);
            }
        }
        return null;
    }

    private Delivery take(String domain, Deque<Delivery> queue) {
        Delivery next = queue.remove();
        if (queue.isEmpty()) {
            byDomain.remove(domain);
        }
        return next;
    }

    boolean holdsAny(String domain) {
        return byDomain.containsKey(domain);
    }

    boolean isEmpty() {
        return byDomain.isEmpty();
    }
}
