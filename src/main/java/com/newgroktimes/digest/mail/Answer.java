package com.newgroktimes.digest.mail;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The outcome and the relay's own words.
 *
 * @param code  the enhanced status code (RFC 3463) where the reply carries a valid one, else the three digits; empty without a reply
 * @param reply the whole reply, or what was wrong with the line; one line, at most 512 characters
 */
public record Answer(Outcome outcome, String code, String reply) {

    /** RFC 3463 §3.2, and 5.1.10: a domain that takes no mail (RFC 7505 §4.2). */
    private static final Set<String> NO_SUCH_MAILBOX = Set.of("5.1.1", "5.1.2", "5.1.10");

    private static final String MAILBOX_FULL = "5.2.2";

    /** Refused in so many words because there is no such mailbox, nor will be: the only refusal that is held against an address. */
    public boolean saysNoSuchMailbox() {
        return outcome == Outcome.REFUSED && NO_SUCH_MAILBOX.contains(code);
    }

    /** Refused, though the mailbox is there and may take the next edition: it is full, or has a rule of its own. */
    public boolean isSoft() {
        return outcome == Outcome.REFUSED && code.equals(MAILBOX_FULL);
    }

    /** Whether we are to send less, and more slowly. */
    public boolean asksToSlow() {
        return reply.startsWith("421") || code.startsWith("4.7.");
    }

    /** The relay's own name for a message that it accepted; null where its words hold none that we know. */
    public @Nullable String relayId() {
        return outcome == Outcome.ACCEPTED ? RelayId.in(reply) : null;
    }
}
