package com.newgroktimes.digest.delivery.run;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.newgroktimes.digest.editions.EditionState;

/**
 * Whether a run may claim: only while its lock is held, this process is not about to end, and the edition says SENDING. Pause and
 * stop are read here and nowhere else; Spring Batch would see them late.
 */
final class Gate {

    private static final Logger log = LoggerFactory.getLogger(Gate.class);
    private static final long READ_AGAIN_NANOS = 1_000_000_000;

    private final RunLock lock;
    private final Supplier<EditionState> reading;
    private @Nullable EditionState state;
    private long readAt;
    private volatile boolean shut;

    Gate(RunLock lock, Supplier<EditionState> reading) {
        this.lock = lock;
        this.reading = reading;
    }

    boolean open() {
        return mine() && state() == EditionState.SENDING;
    }

    /** Whether this run may still say what becomes of the edition. */
    boolean mine() {
        return lock.held() && !shut;
    }

    void shut() {
        shut = true;
    }

    private synchronized @Nullable EditionState state() {
        if (readAt == 0 || System.nanoTime() - readAt > READ_AGAIN_NANOS) {
            state = read();
            readAt = System.nanoTime();
        }
        return state;
    }

    private @Nullable EditionState read() {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            log.warn("The edition's state cannot be read, so nothing is claimed: {}", e.getMessage());
            return null;
        }
    }
}
