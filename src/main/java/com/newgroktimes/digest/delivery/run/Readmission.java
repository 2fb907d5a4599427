package com.newgroktimes.digest.delivery.run;

import java.time.Duration;
import java.time.Instant;

/**
 * How one is served again that wanted quiet: nothing for a while, then over one connection, then over one more each minute in which
 * it took something, as Gmail asks it of senders after its 4.7.28. Not for two threads.
 */
final class Readmission {

    static final Duration STEP = Duration.ofMinutes(1);

    private final Instant quietUntil;
    private Instant nextStep;
    private int connections = 1;

    Readmission(Instant quietUntil) {
        this.quietUntil = quietUntil;
        this.nextStep = quietUntil.plus(STEP);
    }

    Instant quietUntil() {
        return quietUntil;
    }

    boolean isQuiet(Instant now) {
        return now.isBefore(quietUntil);
    }

    /** How many messages it may have in hand at once. */
    int connections() {
        return connections;
    }

    /** It took a message. What was on its way when it asked for quiet is no sign. True where it gets a connection more. */
    boolean accepted(Instant now) {
        if (now.isBefore(nextStep)) {
            return false;
        }
        connections++;
        nextStep = now.plus(STEP);
        return true;
    }

    /** When it gets as many as that, if it takes what it gets. */
    Instant whenOn(int all) {
        return nextStep.plus(STEP.multipliedBy(Math.max(0, all - connections - 1)));
    }
}
