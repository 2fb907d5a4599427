package com.newgroktimes.digest.delivery.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

import com.newgroktimes.digest.delivery.ledger.DestinationName;

/**
 * Destinations of which more waits than is kept back, and from where on the ledger has it. It is read again from there once one of
 * them has let go of some, or is not aside any more, and as far as it has its number again: what waits for a slow one is not gone
 * through for each message that it takes. Not for two threads.
 */
final class Overflow {

    private final KeptBack keptBack;
    private final Destinations destinations;
    private final Map<DestinationName, Long> firstLeft = new HashMap<>();
    private final Set<DestinationName> ofPutOff = new HashSet<>();
    private final Set<DestinationName> readFor = new HashSet<>();

    Overflow(KeptBack keptBack, Destinations destinations) {
        this.keptBack = keptBack;
        this.destinations = destinations;
    }

    /** One that waits for its first try was not kept. */
    void add(DestinationName destination, long subscriber) {
        firstLeft.merge(destination, subscriber, Math::min);
    }

    /** One that was put off was not kept: it is found by the time when it is due. */
    void addPutOff(DestinationName destination) {
        ofPutOff.add(destination);
    }

    /** Whether any may have something for whom it is worth reading again. */
    boolean hasRoom() {
        return firstLeft.keySet().stream().anyMatch(this::hasRoom)
                || ofPutOff.stream().anyMatch(this::hasRoom);
    }

    private boolean hasRoom(DestinationName destination) {
        return keptBack.isHalfEmpty(destination) && !destinations.isAside(destination);
    }

    /** Whether any waits for its own messages to leave, and not for a moment that the next attempt begins with. */
    boolean isOfAnyThatIsServed() {
        return firstLeft.keySet().stream().anyMatch(destination -> !destinations.isAside(destination))
                || ofPutOff.stream().anyMatch(destination -> !destinations.isAside(destination));
    }

    /**
     * Begins to read for those that have room.
     *
     * @return from which subscriber on; empty where only some that were put off are missing
     */
    OptionalLong begin() {
        readFor.clear();
        firstLeft.keySet().stream().filter(this::hasRoom).forEach(readFor::add);
        ofPutOff.removeIf(this::hasRoom);
        return readFor.stream().mapToLong(firstLeft::remove).min();
    }

    /** Whether those that it was read for have as many as are kept. What was read from the start on was read for all. */
    boolean isServed() {
        return !readFor.isEmpty() && readFor.stream().allMatch(keptBack::isFull);
    }

    /** @param subscriber the first that was not looked at */
    void leaveOff(long subscriber) {
        readFor.forEach(destination -> add(destination, subscriber));
    }
}
