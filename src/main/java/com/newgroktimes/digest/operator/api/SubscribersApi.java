package com.newgroktimes.digest.operator.api;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;

/** What we know of one address. */
@RestController
@RequestMapping(path = "/api/v1/subscribers", produces = MediaType.APPLICATION_JSON_VALUE)
final class SubscribersApi {

    private final Subscribers subscribers;

    SubscribersApi(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    @GetMapping
    SubscriberBody one(@RequestParam String email) {
        Subscriber subscriber = subscribers
                .find(EmailAddress.parse(email))
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND,
                        "No such subscriber",
                        "We know nothing of %s. Look for a slip; a + in an address is written %%2B here."
                                .formatted(email)));
        return SubscriberBody.of(subscriber, subscribers.evidence(subscriber.id()));
    }
}
