package com.newgroktimes.digest.delivery.run;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.Relay;

/** Opens a sender for each connection of a run. */
@Component
final class Senders {

    private final Relay relay;
    private final Aftermath aftermath;
    private final LeftOut leftOut;

    Senders(Relay relay, Aftermath aftermath, LeftOut leftOut) {
        this.relay = relay;
        this.aftermath = aftermath;
        this.leftOut = leftOut;
    }

    Sender on(Run run) {
        return new Sender(run, relay.connection(), aftermath, leftOut);
    }
}
