package com.newgroktimes.digest.operator.api;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.subscribers.ErasedReader;
import com.newgroktimes.digest.subscribers.Evidence;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Suppression;

/**
 * A subscriber as the API shows them. The names and their order are a promise to those who read it.
 *
 * @param reason why we do not write to them, in words
 */
record SubscriberBody(
        String email,
        SubscriberState state,
        @Nullable Suppression suppressed,
        @Nullable String reason,
        Instant since,
        String locale,
        String format,
        List<String> sections,
        @Nullable Instant breakUntil,
        String source,
        List<Evidence> evidence) {

    static SubscriberBody of(Subscriber subscriber, List<Evidence> evidence) {
        Suppression suppressed = subscriber.suppressed();
        return new SubscriberBody(
                subscriber.address().key(),
                subscriber.state(),
                suppressed,
                suppressed == null ? null : words(suppressed),
                subscriber.since(),
                subscriber.locale(),
                subscriber.format(),
                subscriber.sections(),
                subscriber.breakUntil(),
                subscriber.source(),
                evidence);
    }

    /** Of whoever has been erased: the address is the one that was asked for, since we have it no more. */
    static SubscriberBody of(EmailAddress asked, ErasedReader erased, List<Evidence> evidence) {
        return new SubscriberBody(
                asked.key(),
                SubscriberState.UNSUBSCRIBED,
                Suppression.ERASED,
                words(Suppression.ERASED),
                erased.erasedAt(),
                "en",
                "html",
                List.of(),
                null,
                "",
                evidence);
    }

    static String words(Suppression suppressed) {
        return switch (suppressed) {
            case HARD_BOUNCE -> "Mail to this address came back for good.";
            case COMPLAINT -> "They reported our mail as unwanted.";
            case OPERATOR -> "An operator took them off.";
            case ERASED -> "They had their data erased.";
            case NOT_ME -> "They said that the sign-up was not theirs. Holds for a year.";
        };
    }
}
