package com.newgroktimes.digest.site;

import java.time.Duration;

import org.springframework.http.HttpStatus;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.subscribers.Admission;

/** What whoever asks for more than an hour may bring is told, at every door. */
final class TooManyTries {

    /** On a form that keeps what was typed. */
    static final String MESSAGE = "page.too-many";

    static final HttpStatus STATUS = HttpStatus.TOO_MANY_REQUESTS;

    private TooManyTries() {}

    /** For doors without a form. */
    static Problem problem() {
        Duration wait = Admission.WORTH_ANOTHER_TRY;
        return new Problem(
                        Problem.Kind.TOO_MANY,
                        "Too many tries",
                        "An hour brings no more of these from one network, for one domain, or in all. Nothing was stored or sent; wait"
                                + " %d minutes, and try once more.".formatted(wait.toMinutes()))
                .after(wait);
    }
}
