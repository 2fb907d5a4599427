package com.newgroktimes.digest.operator.api;

import java.security.Principal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.operator.Actor;
import com.newgroktimes.digest.platform.Problem;
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
        EmailAddress address = EmailAddress.parse(email);
        return subscribers
                .find(address)
                .map(found -> SubscriberBody.of(found, subscribers.evidence(found.id())))
                .or(() -> subscribers
                        .erased(address)
                        .map(gone -> SubscriberBody.of(address, gone, subscribers.evidence(gone.subscriber()))))
                .orElseThrow(() -> nobody(address, email, "Look for a slip; a + in an address is written %2B here."));
    }

    record Erase(@Nullable String email) implements Instruction {}

    /** However often: whoever has been erased is answered for like somebody who is erased now. */
    @PostMapping("/erase")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@RequestBody Erase erase, Principal operator) {
        String email = Required.field("email", erase.email());
        EmailAddress address = EmailAddress.parse(email);
        boolean erased = subscribers
                .find(address)
                .filter(found -> subscribers.erase(found.id(), Actor.of(operator)))
                .isPresent();
        if (!erased && subscribers.erased(address).isEmpty()) {
            throw nobody(address, email, "Nothing was erased. Look for a slip, also in upper and lower case.");
        }
    }

    /** Whoever moved is found, and erased, by the address that they have now. */
    private Problem nobody(EmailAddress address, String email, String remedy) {
        String detail = subscribers
                .hadBefore(address)
                .map(moved -> "The reader at %s has another address by now, %s. Ask for that one: nothing was changed."
                        .formatted(email, moved.address().key()))
                .orElseGet(() -> "We know nothing of %s. %s".formatted(email, remedy));
        return new Problem(Problem.Kind.NOT_FOUND, "No such subscriber", detail);
    }
}
