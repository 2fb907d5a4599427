package com.newgroktimes.digest.site;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.ClientAddresses;
import com.newgroktimes.digest.subscribers.Subscribers;

/** Signing up from a form on another site, without a token. The answer is the same for every address. */
@RestController
class SubscriptionsApi {

    private final Subscribers subscribers;
    private final ClientAddresses clients;

    SubscriptionsApi(Subscribers subscribers, ClientAddresses clients) {
        this.subscribers = subscribers;
        this.clients = clients;
    }

    /** @param locale language tag of the page that the form stood on */
    record Subscription(
            @Nullable String email,
            @Nullable String source,
            @Nullable String locale) {}

    @PostMapping("/api/v1/subscriptions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void signUp(@RequestBody Subscription wanted, HttpServletRequest request) {
        subscribers.signUp(
                EmailAddress.parse(orEmpty(wanted.email())),
                orEmpty(wanted.source()),
                orEmpty(wanted.locale()),
                clients.of(request).shortened());
    }

    private static String orEmpty(@Nullable String given) {
        return given == null ? "" : given;
    }
}
