package com.newgroktimes.digest.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.Audience;

/** Every delivery of every edition. */
@Component
public class Deliveries {

    private final Audience audience;
    private final Progresses progresses;
    private final Approval approval;

    Deliveries(Audience audience, Progresses progresses, Approval approval) {
        this.audience = audience;
        this.progresses = progresses;
        this.approval = approval;
    }

    /** How many people would get an edition that was frozen now. */
    public long audience() {
        return audience.size();
    }

    public Progress progress(int edition) {
        return progresses.of(edition);
    }

    /**
     * Approves a content and a number of recipients: the edition is held for the holding time, and then goes.
     *
     * @param at when to send; null is now
     * @param by who pressed Send
     */
    public void send(int edition, long recipients, String contentHash, @Nullable Instant at, String by) {
        approval.send(edition, recipients, contentHash, at, by);
    }

    /** Back to READY, while it is still held. */
    public void takeBack(int edition, String by) {
        approval.takeBack(edition, by);
    }
}
