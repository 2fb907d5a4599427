package com.newgroktimes.digest.delivery.run;

import org.springframework.stereotype.Component;

/** Opens a sender for each connection of a run. */
@Component
final class Senders {

    private final Aftermath aftermath;
    private final LeftOut leftOut;

    Senders(Aftermath aftermath, LeftOut leftOut) {
        this.aftermath = aftermath;
        this.leftOut = leftOut;
    }

    Sender on(Run run) {
        return new Sender(run, run.carriers().next(), aftermath, leftOut);
    }
}
