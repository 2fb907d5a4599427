package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
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
    private static final long READ_AGAIN = TimeUnit.SECONDS.toNanos(1);

    /** For so long what was read last holds where it cannot be read: no longer, since a pause has to hold within five seconds. */
    private static final long KNOWN_FOR = TimeUnit.SECONDS.toNanos(4);

    private final RunLock lock;
    private final Supplier<Course> reading;
    private final Clock clock;
    private final LongSupplier nanos;
    private volatile @Nullable Course course;
    private long readAt;
    private long asked;
    private boolean wasAsked;
    private volatile boolean shut;
    private volatile boolean overtaken;

    Gate(RunLock lock, Supplier<Course> reading, Clock clock) {
        this(lock, reading, clock, System::nanoTime);
    }

    Gate(RunLock lock, Supplier<Course> reading, Clock clock, LongSupplier nanos) {
        this.lock = lock;
        this.reading = reading;
        this.clock = clock;
        this.nanos = nanos;
    }

    boolean open() {
        return mine() && maySend();
    }

    /** Whether this run may still say what becomes of the edition. */
    boolean mine() {
        return lock.held() && !shut && !overtaken;
    }

    /** As far as is known without a look. */
    boolean isKnownToBeShut() {
        Course last = course;
        return !mine() || (last != null && !last.isSending(clock.instant()));
    }

    /** What was read last is known to be over. */
    synchronized void looksAgain() {
        wasAsked = false;
    }

    void shut() {
        shut = true;
    }

    private synchronized boolean maySend() {
        if (!wasAsked || nanos.getAsLong() - asked > READ_AGAIN) {
            wasAsked = true;
            asked = nanos.getAsLong();
            Optional.ofNullable(read()).ifPresent(this::follow);
        }
        Course last = course;
        return last != null && nanos.getAsLong() - readAt < KNOWN_FOR && last.isSending(clock.instant());
    }

    private void follow(Course read) {
        // What it has in hand to send is not what goes out now: another run has to take it up.
        overtaken |= read.mended();
        course = read;
        readAt = asked;
    }

    private @Nullable Course read() {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            log.warn("The edition's state cannot be read, so nothing is claimed for long.", e);
            return null;
        }
    }
}
