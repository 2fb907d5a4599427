package com.newgroktimes.digest.operator.demo;

import java.util.List;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Subscribers.Confirmed;

/** Three readers, who sign up and press the button in the mail that was caught for them, as a person would. */
final class DemoReaders {

    private static final List<EmailAddress> ADDRESSES = List.of(
            EmailAddress.parse("ada@example.org"),
            EmailAddress.parse("ben@example.org"),
            EmailAddress.parse("eve@example.org"));
    private static final String DEMO = "demo";

    private final Subscribers subscribers;
    private final CaughtLinks links;

    DemoReaders(Subscribers subscribers, CaughtLinks links) {
        this.subscribers = subscribers;
        this.links = links;
    }

    /** Whoever is on the list, or left it, is let be. */
    void join() {
        ADDRESSES.stream()
                .filter(address -> subscribers.find(address).isEmpty())
                .forEach(address -> subscribers.signUp(address, DEMO, "en", DEMO));
        ADDRESSES.stream().filter(this::isWaiting).forEach(this::confirm);
    }

    private boolean isWaiting(EmailAddress address) {
        return subscribers
                .find(address)
                .map(Subscriber::state)
                .filter(state -> state == SubscriberState.PENDING)
                .isPresent();
    }

    private void confirm(EmailAddress address) {
        String token = Waiting.until("the confirmation mail to " + address.key(), () -> links.confirmation(address));
        Confirmed result = subscribers.confirm(token, DEMO);
        if (result != Confirmed.DONE && result != Confirmed.ALREADY) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "A sample reader could not confirm",
                    "The link in the mail to %s came to %s. Delete the data directory, and start again."
                            .formatted(address.key(), result));
        }
    }
}
