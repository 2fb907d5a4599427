package com.newgroktimes.digest.site;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.LikelySlip;
import com.newgroktimes.digest.platform.ClientAddress;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.subscribers.Admission;
import com.newgroktimes.digest.subscribers.Subscribers;

/** Signing up from a form on another site, without a token. The answer is the same for every address. */
@RestController
class SubscriptionsApi {

    static final String PATH = "/api/v1/subscriptions";

    private final Admission admission;
    private final Subscribers subscribers;
    private final Whence whence;
    private final JsonMapper json;

    SubscriptionsApi(Admission admission, Subscribers subscribers, Whence whence, JsonMapper json) {
        this.admission = admission;
        this.subscribers = subscribers;
        this.whence = whence;
        this.json = json;
    }

    /**
     * @param locale   language tag of the page that the form stood on
     * @param askAbout {@code slips}: whether a likely slip is to be asked about before it is taken
     */
    record Subscription(
            @Nullable String email,
            @Nullable String source,
            @Nullable String locale,
            @Nullable String askAbout) {}

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void signUp(HttpServletRequest request) {
        Subscription wanted = read(request);
        EmailAddress address = EmailAddress.parse(orEmpty(wanted.email()));
        if (orEmpty(wanted.askAbout()).equals("slips")) {
            LikelySlip.in(address).ifPresent(meant -> {
                throw slip(meant);
            });
        }
        ClientAddress client = whence.client(request);
        switch (admission.toJoin(client, address)) {
            case ADMITTED ->
                subscribers.signUp(address, orEmpty(wanted.source()), orEmpty(wanted.locale()), whence.of(client));
            case TOO_MANY -> throw TooManyTries.problem();
            case CLOSED ->
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "No new readers are taken",
                        "Nothing was stored or sent. Ask again another time; past editions are at /editions.");
            case DISPOSABLE ->
                throw new Problem(
                        Problem.Kind.UNPROCESSABLE,
                        "The address is made to be thrown away",
                        "Addresses of %s are taken from nobody. Nothing was stored; give one that lasts."
                                .formatted(address.domain()));
            case NO_MAIL_THERE ->
                throw new Problem(
                        Problem.Kind.UNPROCESSABLE,
                        "No mail can be sent there",
                        "The domain %s says that it takes no mail, or there is none of this name. Nothing was stored; look for a slip."
                                .formatted(address.domain()));
        }
    }

    private Subscription read(HttpServletRequest request) {
        byte[] body = SmallBody.of(request);
        try {
            Subscription read = json.readValue(body, Subscription.class);
            return read == null ? new Subscription(null, null, null, null) : read;
        } catch (JacksonException broken) {
            throw new HttpMessageNotReadableException("Broken JSON", broken, new ServletServerHttpRequest(request));
        }
    }

    private static Problem slip(String meant) {
        return new Problem(
                        Problem.Kind.UNPROCESSABLE,
                        "Perhaps a slip",
                        "Nothing was stored. Ask whether the suggestion was meant, and send what was, without askAbout.")
                .with("suggestion", meant);
    }

    private static String orEmpty(@Nullable String given) {
        return given == null ? "" : given;
    }
}
