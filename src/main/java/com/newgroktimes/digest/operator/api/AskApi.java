package com.newgroktimes.digest.operator.api;

import java.security.Principal;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
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

import com.newgroktimes.digest.subscribers.Asking;
import com.newgroktimes.digest.subscribers.Askings;
import com.newgroktimes.digest.subscribers.SubscriberSettings;

/** Asking those whom an import brought to confirm. */
@RestController
@RequestMapping(path = "/api/v1/subscribers/ask", produces = MediaType.APPLICATION_JSON_VALUE)
final class AskApi {

    private final Askings askings;
    private final SubscriberSettings settings;

    AskApi(Askings askings, SubscriberSettings settings) {
        this.askings = askings;
        this.settings = settings;
    }

    record Instructed(
            @JsonProperty("import") @Nullable Long importNumber,
            @Nullable Long recipients) implements Instruction {}

    /** @param waiting how many could be asked now */
    record Standing(long waiting, @Nullable AskingBody asking) {}

    record AskingBody(
            long number,
            @JsonProperty("import") @Nullable Long importNumber,
            Asking.State state,
            String by,
            Instant began,
            long recipients,
            long asked,
            long leftOut,
            long left,
            int perMinute) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    AskingBody ask(@RequestBody Instructed instructed, Principal operator) {
        return body(askings.ask(
                instructed.importNumber(), Required.field("recipients", instructed.recipients()), operator.getName()));
    }

    @PostMapping("/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    AskingBody stop(Principal operator) {
        return body(askings.stop(operator.getName()));
    }

    @GetMapping
    Standing standing(@RequestParam(name = "import", required = false) @Nullable Long importNumber) {
        return new Standing(
                askings.waiting(importNumber), askings.latest().map(this::body).orElse(null));
    }

    private AskingBody body(Asking asking) {
        return new AskingBody(
                asking.number(),
                asking.importNumber(),
                asking.state(),
                asking.by(),
                asking.began(),
                asking.recipients(),
                asking.asked(),
                asking.leftOut(),
                asking.left(),
                settings.askPerMinute());
    }
}
