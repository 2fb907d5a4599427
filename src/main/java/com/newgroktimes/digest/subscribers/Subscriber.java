package com.newgroktimes.digest.subscribers;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.EmailAddress;

/**
 * One address and what we know of it.
 *
 * @param since    when it came into its present state
 * @param sections empty: all of them
 */
public record Subscriber(
        long id,
        EmailAddress address,
        SubscriberState state,
        @Nullable Suppression suppressed,
        @Nullable Instant suppressedAt,
        Instant since,
        Instant signedUpAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant leftAt,
        String locale,
        String format,
        List<String> sections,
        @Nullable Instant breakUntil,
        String source) {

    /** The same reader, written to elsewhere. */
    Subscriber at(EmailAddress other) {
        return new Subscriber(
                id,
                other,
                state,
                suppressed,
                suppressedAt,
                since,
                signedUpAt,
                confirmedAt,
                leftAt,
                locale,
                format,
                sections,
                breakUntil,
                source);
    }

    /** Whether a digest may go there, break or no break. */
    public boolean onTheList() {
        return state == SubscriberState.CONFIRMED && suppressed == null;
    }
}
