package com.newgroktimes.digest.subscribers.imports;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.EmailAddress;

/**
 * What one line says of one reader.
 *
 * @param confirmedAt null where nothing proves it
 * @param unproven    whether it said CONFIRMED, and not when and how we know
 * @param evidence    how we know; may be empty
 */
record Row(
        long line,
        EmailAddress address,
        Standing standing,
        @Nullable Instant confirmedAt,
        boolean unproven,
        String evidence,
        String locale,
        List<String> sections,
        String source) {

    /** For the evidence: what it says, and in which line. */
    String words() {
        var words = new StringBuilder("line ").append(line).append(' ').append(standing.state());
        if (unproven) {
            words.append(", said CONFIRMED without proof");
        }
        if (confirmedAt != null) {
            words.append(" since ").append(confirmedAt);
        }
        if (standing.suppressed() != null) {
            words.append(", suppressed ").append(standing.suppressed());
        }
        if (standing.suppressedAt() != null) {
            words.append(" since ").append(standing.suppressedAt());
        }
        return evidence.isEmpty()
                ? words.toString()
                : words.append(", by: ").append(evidence).toString();
    }
}
