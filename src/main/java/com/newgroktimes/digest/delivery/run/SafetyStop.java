package com.newgroktimes.digest.delivery.run;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.newgroktimes.digest.delivery.DeliverySettings.Safety;

/** Counts what an attempt meets, and says when going on would do harm. */
final class SafetyStop {

    private static final int MESSAGES_IN_A_ROW = 3;

    private final Safety limits;
    private final Instant begun;
    private final Map<String, Integer> refusedInARow = new HashMap<>();
    private int messagesRefusedInARow;
    private long tried;
    private long refused;

    SafetyStop(Safety limits, Instant begun) {
        this.limits = limits;
        this.begun = begun;
    }

    /** When the attempt began whose meetings it counts. */
    Instant begun() {
        return begun;
    }

    synchronized void accepted(String domain) {
        tried++;
        messagesRefusedInARow = 0;
        refusedInARow.remove(domain);
    }

    synchronized void putOff() {
        tried++;
    }

    /** The reason to pause, if this is one too many. */
    synchronized Optional<String> refused(String domain, String reply) {
        tried++;
        refused++;
        int inARow = refusedInARow.merge(domain, 1, Integer::sum);
        if (limits.inARow() > 0 && inARow >= limits.inARow()) {
            return Optional.of("%s refused all of the last %d: look at what it says before going on. %s"
                    .formatted(domain, inARow, reply));
        }
        if (tried >= limits.afterTries() && limits.refusedAbove().isExceededBy(refused, tried)) {
            return Optional.of("%d of %d were refused, more than %s: see whether the list is right before going on. %s"
                    .formatted(refused, tried, limits.refusedAbove(), reply));
        }
        return Optional.empty();
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
