package com.newgroktimes.digest.delivery.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The turns that wait for a run's writer. It is woken for the first of a group and for the last, and not for each between them: with
 * sixteen senders that alone would be three thousand times a second.
 */
final class Turns {

    private static final long GATHERING_NANOS = 1_500_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition worthALook = lock.newCondition();
    private List<Turn> waiting = new ArrayList<>();
    private int senders;

    void enter() {
        lock.lock();
        try {
            senders++;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            senders--;
            worthALook.signal(); // fewer are enough now
        } finally {
            lock.unlock();
        }
    }

    void add(Turn turn) {
        lock.lock();
        try {
            waiting.add(turn);
            if (waiting.size() == 1 || isEnough()) {
                worthALook.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isEnough() {
        return waiting.size() >= senders / 2;
    }

    /** Whatever waits once it is of half the senders, or a moment after the first came. Empty where nobody has come in that time. */
    List<Turn> gather(long nanos) throws InterruptedException {
        lock.lock();
        try {
            for (long left = nanos; waiting.isEmpty() && left > 0; ) {
                left = worthALook.awaitNanos(left);
            }
            for (long left = GATHERING_NANOS; !waiting.isEmpty() && !isEnough() && left > 0; ) {
                left = worthALook.awaitNanos(left);
            }
            return drain();
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Whatever waits now. */
    List<Turn> drain() {
        lock.lock();
        try {
            List<Turn> all = waiting;
            waiting = new ArrayList<>();
            return all;
        } finally {
            lock.unlock();
        }
    }
}
