package com.newgroktimes.digest.subscribers.imports;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.subscribers.SubscriberState;

/**
 * What one line says of one reader.
 *
 * @param unproven   whether it said CONFIRMED, and not when and how we know
 * @param evidence   how we know; may be empty
 * @param signedUpAt null where it does not say
 * @param legacyKeys by which links of an older system name them
 */
record Row(
        long line,
        EmailAddress address,
        Standing standing,
        boolean unproven,
        String evidence,
        @Nullable Instant signedUpAt,
        Wishes wishes,
        List<String> legacyKeys) {

    /** For the evidence: what it says, and in which line. */
    String words() {
        var words = new StringBuilder("line ").append(line).append(' ').append(standing.state());
        if (unproven) {
            words.append(", said CONFIRMED without proof");
        }
        if (standing.confirmedAt() != null) {
            words.append(standing.state() == SubscriberState.CONFIRMED ? " since " : ", confirmed ")
                    .append(standing.confirmedAt());
        }
        if (standing.leftAt() != null) {
            words.append(", left ").append(standing.leftAt());
        }
        if (standing.suppressed() != null) {
            words.append(SUPPRESSED).append(standing.suppressed());
        }
        if (standing.suppressedAt() != null) {
            words.append(" since ").append(standing.suppressedAt());
        }
        return evidence.isEmpty()
                ? words.toString()
                : words.append(SAID).append(evidence).toString();
    }

    /** Stands in its words before why somebody must not be written to. */
    static final String SUPPRESSED = ", suppressed ";

    /** Stands between what a line says and how it says we know. */
    static final String SAID = ", by: ";
}
