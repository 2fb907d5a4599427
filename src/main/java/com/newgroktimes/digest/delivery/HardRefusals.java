package com.newgroktimes.digest.delivery;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.subscribers.Subscribers;

/** Until returned mail is read, only a refusal that says in so many words that there is no such mailbox keeps us from writing again. */
@Component
class HardRefusals {

    private final Subscribers subscribers;

    HardRefusals(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    @EventListener
    void on(Refused refused) {
        if (refused.answer().saysNoSuchMailbox()) {
            subscribers.cameBack(refused.subscriber(), EmailAddress.stored(refused.address()), "delivery");
        }
    }
}
