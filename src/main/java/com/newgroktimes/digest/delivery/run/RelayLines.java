package com.newgroktimes.digest.delivery.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines that a relay's senders have to it now. */
final class RelayLines {

    /** Behind one name may be many machines, and its address is kept for half a minute: no use in signing in again and again. */
    private static final int MISSED = 3;

    private static final Logger log = LoggerFactory.getLogger(RelayLines.class);

    private final String relay;
    private final int wanted;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger able = new AtomicInteger();
    private final AtomicInteger missed = new AtomicInteger();
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param relay in a sentence, with a capital */
    RelayLines(String relay, int wanted) {
        this.relay = relay;
        this.wanted = wanted;
    }

    int wanted() {
        return wanted;
    }

    /** @param isAble to carry addresses with letters beyond ASCII */
    void add(boolean isAble) {
        open.incrementAndGet();
        if (isAble) {
            able.incrementAndGet();
            missed.set(0);
        }
    }

    void remove(boolean wasAble) {
        open.decrementAndGet();
        if (wasAble) {
            able.decrementAndGet();
        }
    }

    boolean areAnyAble() {
        return able.get() > 0;
    }

    /** One that was not able was given up for another. */
    void isMissingAble() {
        missed.incrementAndGet();
    }

    /** So often in a row that it is not tried for any more. */
    boolean missesAble() {
        return missed.get() >= MISSED && !areAnyAble();
    }

    boolean areAny() {
        return open.get() > 0;
    }

    /** It took no other one, again. Once is enough to be told. */
    void areAllThatItTakes(String word) {
        if (!told.getAndSet(true)) {
            log.warn(
                    "{} takes {} connections at once, fewer than the {} that are wanted: set fewer, or let it take more. It says: {}",
                    relay,
                    open.get(),
                    wanted,
                    word);
        }
    }
}
