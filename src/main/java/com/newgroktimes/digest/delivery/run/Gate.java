package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a run may claim: only while its lock is held, this process is not about to end, and the edition says SENDING and has time
 * left. Pause and stop are read here and nowhere else; Spring Batch would see them late. Whoever asks waits for the reading no longer than
 * a moment: outcomes of what is out already would wait with them.
 */
final class Gate {

    private static final Logger log = LoggerFactory.getLogger(Gate.class);
    private static final long READ_AGAIN = TimeUnit.SECONDS.toNanos(1);

    /** In milliseconds. A reading takes less where all is well: what is known may be older than a pause. */
    private static final long A_MOMENT = 250;

    /** For so long what was read last holds where it cannot be read: no longer, since a pause has to hold within five seconds. */
    private static final long KNOWN_FOR = TimeUnit.SECONDS.toNanos(4);

    private final RunLock lock;
    private final Supplier<Course> reading;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Executor reader;
    private CompletableFuture<Void> look = CompletableFuture.completedFuture(null);
    private long asked;
    private long readAt;
    private int timesOver;
    private boolean wasAsked;
    private boolean known;
    private volatile @Nullable Course course;
    private volatile boolean shut;
    private volatile boolean overtaken;

    Gate(RunLock lock, Supplier<Course> reading, Clock clock) {
        this(lock, reading, clock, System::nanoTime, Gate::beside);
    }

    /** @param reader runs one reading at a time */
    Gate(RunLock lock, Supplier<Course> reading, Clock clock, LongSupplier nanos, Executor reader) {
        this.lock = lock;
        this.reading = reading;
        this.clock = clock;
        this.nanos = nanos;
        this.reader = reader;
    }

    private static void beside(Runnable reading) {
        Thread thread = new Thread(reading, "gate");
        thread.setDaemon(true);
        thread.start();
    }

    boolean open() {
        return mine() && maySend();
    }

    /** Whether it is not only closed for the moment, since nobody can tell whether it may be open: looks again where it is time to. */
    boolean isShut() {
        return !open() && isKnownToBeShut();
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

    /** What was read last is known to be over, and so is what is being read. */
    synchronized void looksAgain() {
        timesOver++;
        wasAsked = false;
        known = false;
    }

    void shut() {
        shut = true;
    }

    private boolean maySend() {
        CompletableFuture<Void> last = look();
        if (course == null) {
            last.join(); // nothing is out yet whose outcome could wait
        } else {
            awaitForAMoment(last);
        }
        return isKnownToSend();
    }

    private static void awaitForAMoment(CompletableFuture<Void> look) {
        try {
            look.get(A_MOMENT, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // it holds what was known before
        }
    }

    private synchronized boolean isKnownToSend() {
        Course last = course;
        return last != null && known && nanos.getAsLong() - readAt < KNOWN_FOR && last.isSending(clock.instant());
    }

    private synchronized CompletableFuture<Void> look() {
        if (look.isDone() && (!wasAsked || nanos.getAsLong() - asked > READ_AGAIN)) {
            long at = nanos.getAsLong();
            int before = timesOver;
            wasAsked = true;
            asked = at;
            look = CompletableFuture.runAsync(() -> read(at, before), reader);
        }
        return look;
    }

    private void read(long at, int before) {
        try {
            follow(reading.get(), at, before);
        } catch (RuntimeException e) {
            log.warn("The edition's state cannot be read, so nothing is claimed for long.", e);
        }
    }

    private synchronized void follow(@Nullable Course read, long at, int before) {
        if (read != null && before == timesOver) {
            // What it has in hand to send is not what goes out now: another run has to take it up.
            overtaken |= read.mended();
            course = read;
            readAt = at;
            known = true;
        }
    }
}
