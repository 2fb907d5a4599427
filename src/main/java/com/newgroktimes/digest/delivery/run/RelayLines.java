package com.newgroktimes.digest.delivery.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines that a relay's senders have to it now. */
final class RelayLines {

    private static final Logger log = LoggerFactory.getLogger(RelayLines.class);

    private final String relay;
    private final int wanted;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param relay in a sentence, with a capital */
    RelayLines(String relay, int wanted) {
        this.relay = relay;
        this.wanted = wanted;
    }

    int wanted() {
        return wanted;
    }

    void add() {
        open.incrementAndGet();
    }

    void remove() {
        open.decrementAndGet();
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
