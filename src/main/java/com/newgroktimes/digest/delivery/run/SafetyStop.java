package com.newgroktimes.digest.delivery.run;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.newgroktimes.digest.delivery.DeliverySettings.Safety;
import com.newgroktimes.digest.delivery.ledger.DestinationName;

/** Counts what an attempt meets, and says when going on would do harm. */
final class SafetyStop {

    private static final int MESSAGES_IN_A_ROW = 3;

    private final Safety limits;
    private final Instant begun;
    private final Map<Refuser, Integer> refusedInARow = new HashMap<>();
    private int messagesRefusedInARow;
    private long tried;
    private long refused;
    private long inDoubt;

    SafetyStop(Safety limits, Instant begun) {
        this.limits = limits;
        this.begun = begun;
    }

    /** When the attempt began whose meetings it counts. */
    Instant begun() {
        return begun;
    }

    /** Another relay may be let in where this one is not, and what it brings there says nothing of this one. */
    private record Refuser(String by, DestinationName of) {}

    /** @param by the relay, within a sentence */
    synchronized void accepted(String by, DestinationName destination) {
        tried++;
        messagesRefusedInARow = 0;
        if (!refusedInARow.isEmpty()) { // after each message, and next to always nobody has refused any
            refusedInARow.remove(new Refuser(by, destination));
        }
    }

    synchronized void putOff() {
        tried++;
    }

    /** The reason to pause, if this is one too many. */
    synchronized Optional<String> refused(String by, DestinationName destination, String reply) {
        tried++;
        refused++;
        int inARow = refusedInARow.merge(new Refuser(by, destination), 1, Integer::sum);
        if (limits.inARow() > 0 && inARow >= limits.inARow()) {
            return Optional.of("%s refused all of the last %d that %s brought: look at what it says before going on. %s"
                    .formatted(destination, inARow, by, reply));
        }
        return areTooMany(refused)
                ? Optional.of("%d of %d were refused, more than %s: see whether the list is right before going on. %s"
                        .formatted(refused, tried, limits.refusedAbove(), reply))
                : Optional.empty();
    }

    private boolean areTooMany(long ofTried) {
        return tried >= limits.afterTries() && limits.refusedAbove().isExceededBy(ofTried, tried);
    }

    /** The reason to pause, if more are in doubt than may be refused, whatever was accepted in between. */
    synchronized Optional<String> leftInDoubt(String lastWord) {
        tried++;
        inDoubt++;
        return areTooMany(inDoubt)
                ? Optional.of(
                        "%d of %d are in doubt, more than %s: nobody can know whether those readers got theirs. Find out what cuts the relay's lines before going on. The last time: %s"
                                .formatted(inDoubt, tried, limits.refusedAbove(), lastWord))
                : Optional.empty();
    }

    /**
     * The reason to pause, if so many readers have reported the mail as unwanted since the attempt began: providers keep from their
     * inboxes whoever goes on after that.
     */
    synchronized Optional<String> complained(long complaints) {
        return tried >= limits.afterTries() && limits.complaintsAbove().isExceededBy(complaints, tried)
                ? Optional.of(
                        "%d of %d reported the mail as unwanted, more than %s: see what is wrong with it before going on."
                                .formatted(complaints, tried, limits.complaintsAbove()))
                : Optional.empty();
    }

    /** The reason to pause, if the message itself was refused once too often, with nothing accepted in between. */
    synchronized Optional<String> messageRefused(String reply) {
        messagesRefusedInARow++;
        return messagesRefusedInARow < MESSAGES_IN_A_ROW
                ? Optional.empty()
                : Optional.of("The message itself was refused %d times in a row: look at what they say of it. %s"
                        .formatted(messagesRefusedInARow, reply));
    }
}
