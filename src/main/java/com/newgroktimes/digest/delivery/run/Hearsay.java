package com.newgroktimes.digest.delivery.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.newgroktimes.digest.delivery.ledger.DestinationName;

/**
 * What one of several relays says that destinations refuse. It may be itself that refuses us, or what we bring: its word is believed once
 * it has accepted something since, and where it says so of several in a row, or for many readers, it is its own. Nothing is brought to it
 * twice meanwhile: another may be let in.
 */
final class Hearsay {

    private static final int DESTINATIONS = 3;
    private static final int READERS = 20;

    private final List<Runnable> words = new ArrayList<>();
    private final Set<DestinationName> destinations = new HashSet<>();
    private final Set<Long> subscribers = new HashSet<>();
    private volatile boolean isAny;

    /**
     * @param follows what is to be done where it is to be believed
     * @return whether it says so of all, as far as it has been heard
     */
    synchronized boolean says(long subscriber, DestinationName destination, Runnable follows) {
        words.add(follows);
        destinations.add(destination);
        subscribers.add(subscriber);
        isAny = true;
        boolean ofAll = destinations.size() >= DESTINATIONS || subscribers.size() >= READERS;
        if (ofAll) {
            forget();
        }
        return ofAll;
    }

    /** Whether it said so of this one's message, and that is not settled yet. */
    boolean isOf(long subscriber) {
        return isAny && holds(subscriber);
    }

    private synchronized boolean holds(long subscriber) {
        return subscribers.contains(subscriber);
    }

    /** What follows from it, once something was accepted: asked after each message, and next to always nothing. */
    List<Runnable> believed() {
        return isAny ? taken() : List.of();
    }

    private synchronized List<Runnable> taken() {
        List<Runnable> taken = List.copyOf(words);
        forget();
        return taken;
    }

    private void forget() {
        words.clear();
        destinations.clear();
        subscribers.clear();
        isAny = false;
    }
}
