package com.newgroktimes.digest.delivery;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;

/** Until returned mail is read, only a refusal that says in so many words that there is no such mailbox keeps us from writing again. */
@Component
class HardRefusals {

    private final Subscribers subscribers;

    HardRefusals(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    @EventListener
    void on(Refused refused) {
        if (refused.answer().saysNoSuchMailbox() && isTheirsStill(refused)) {
            subscribers.suppress(refused.subscriber(), Suppression.HARD_BOUNCE, "delivery");
        }
    }

    private boolean isTheirsStill(Refused refused) {
        return refused.address()
                .equals(subscribers.addresses(List.of(refused.subscriber())).get(refused.subscriber()));
    }
}
