package com.newgroktimes.digest.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every delivery of every edition. */
@Component
public class Deliveries {

    /** How many people would get an edition that was frozen now. */
    public long audience() {
        throw new UnsupportedOperationException();
    }

    public Progress progress(int edition) {
        throw new UnsupportedOperationException();
    }

    /**
     * Approves a content and a number of recipients: the edition is held for the holding time, and then goes.
     *
     * @param at when to send; null is now
     * @param by who pressed Send
     */
    public void send(int edition, long recipients, String contentHash, @Nullable Instant at, String by) {
        throw new UnsupportedOperationException();
    }

    /** Back to READY, while it is still held. */
    public void takeBack(int edition, String by) {
        throw new UnsupportedOperationException();
    }
}
