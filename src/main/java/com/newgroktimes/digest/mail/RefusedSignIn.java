package com.newgroktimes.digest.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/** Keeps in mind for a minute that a relay did not let us in, whoever of us it was: relays lock accounts whose password is wrong too often. */
final class RefusedSignIn {

    static final Duration KEPT = Duration.ofMinutes(1);

    private static final long TURN_SECONDS = 10;

    private final LongSupplier nanos;
    private final ReentrantLock turn = new ReentrantLock();
    private int times;
    private @Nullable Refusal last;

    private record Refusal(Answer answer, long nanos, int number) {}

    RefusedSignIn(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void keep(Answer answer) {
        times++;
        last = new Refusal(answer, nanos.getAsLong(), times);
    }

    /** It let us in. */
    synchronized void forget() {
        last = null;
    }

    /** What it said, unless that is too long ago. */
    Optional<Answer> recent() {
        return recentAfter(0);
    }

    /** How often it has not let us in so far, for {@link #recentAfter}. */
    synchronized int times() {
        return times;
    }

    /** What it said since, unless that is too long ago: whoever begins after a refusal asks once for themselves. */
    synchronized Optional<Answer> recentAfter(int times) {
        Refusal refusal = last;
        return refusal == null || refusal.number() <= times || nanos.getAsLong() - refusal.nanos() > KEPT.toNanos()
                ? Optional.empty()
                : Optional.of(refusal.answer());
    }

    /** True for one at a time, who {@link #leavesTurn leaves it} to the next; false where that would take too long. */
    boolean takesTurn() {
        try {
            return turn.tryLock(TURN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leavesTurn() {
        turn.unlock();
    }
}
