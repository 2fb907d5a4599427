package com.newgroktimes.digest.delivery;

import java.util.Set;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;

/** Until returned mail is read, only a refusal that says in so many words that there is no such mailbox keeps us from writing again. */
@Component
class HardRefusals {

    // RFC 3463, and 5.1.10: a domain that takes no mail (RFC 7505)
    private static final Set<String> NO_SUCH_MAILBOX = Set.of("5.1.1", "5.1.2", "5.1.10");

    private final Subscribers subscribers;

    HardRefusals(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    @EventListener
    void on(Refused refused) {
        if (NO_SUCH_MAILBOX.contains(refused.code())) {
            subscribers.suppress(refused.subscriber(), Suppression.HARD_BOUNCE, "delivery");
        }
    }
}
