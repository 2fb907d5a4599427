package com.newgroktimes.digest.delivery.run;

import java.util.HashSet;
import java.util.Set;

import com.newgroktimes.digest.delivery.ledger.DestinationName;

/** What one relay did lately that says nothing good of it. Whatever it is, a message that it accepts makes it undone. */
final class TroublesInARow {

    private static final int MOST_BROKEN_OFF = 3;
    private static final int MOST_PUT_OFF = 20;

    /** One or two that put us off may have their own reasons. */
    private static final int DESTINATIONS = 3;

    private final Set<DestinationName> destinations = new HashSet<>();
    private int brokenOff;
    private int inDoubt;
    private int putOff;

    synchronized void end() {
        brokenOff = 0;
        inDoubt = 0;
        putOff = 0;
        destinations.clear();
    }

    synchronized void breaksOff() {
        brokenOff++;
    }

    /** It broke off when nobody could know any more whether it had the message. */
    synchronized void leavesInDoubt() {
        brokenOff++;
        inDoubt++;
    }

    synchronized int inDoubt() {
        return inDoubt;
    }

    synchronized void putsOff(DestinationName destination) {
        putOff++;
        if (destinations.size() < DESTINATIONS) {
            destinations.add(destination);
        }
    }

    synchronized boolean breaksOffAll() {
        return brokenOff >= MOST_BROKEN_OFF;
    }

    synchronized boolean putsOffAll() {
        return putOff >= MOST_PUT_OFF && destinations.size() >= DESTINATIONS;
    }
}
