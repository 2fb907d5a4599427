package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a run may claim: only while its lock is held, this process is not about to end, and the edition says SENDING and has time
 * left. Pause and stop are read here and nowhere else; Spring Batch would see them late.
 */
final class Gate {

    private static final Logger log = LoggerFactory.getLogger(Gate.class);
    private static final long READ_AGAIN_NANOS = 1_000_000_000;

    private final RunLock lock;
    private final Supplier<Course> reading;
    private final Clock clock;
    private @Nullable Course course;
    private long readAt;
    private volatile boolean shut;
    private volatile boolean overtaken;

    Gate(RunLock lock, Supplier<Course> reading, Clock clock) {
        this.lock = lock;
        this.reading = reading;
        this.clock = clock;
    }

    boolean open() {
        return mine() && maySend();
    }

    /** Whether this run may still say what becomes of the edition. */
    boolean mine() {
        return lock.held() && !shut && !overtaken;
    }

    void shut() {
        shut = true;
    }

    private synchronized boolean maySend() {
        if (readAt == 0 || System.nanoTime() - readAt > READ_AGAIN_NANOS) {
            course = read();
            // What it has in hand to send is not what goes out now: another run has to take it up.
            overtaken |= course != null && course.mended();
            readAt = System.nanoTime();
        }
        return course != null && course.isSending(clock.instant());
    }

    private @Nullable Course read() {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            log.warn("The edition's state cannot be read, so nothing is claimed.", e);
            return null;
        }
    }
}
