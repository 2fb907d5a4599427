package com.newgroktimes.digest.mail;

import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

/** The header section of a mail (RFC 5322 §3.6), folded and encoded (RFC 2047) so that no value can start a line of its own. */
public final class MessageHead {

    /** The headers that every mail has, each exactly once. */
    public static MessageHead of(
            String fromName,
            EmailAddress from,
            EmailAddress to,
            String subject,
            ZonedDateTime date,
            String messageId,
            EmailAddress replyTo,
            String language) {
        throw new UnsupportedOperationException();
    }

    /** Adds a structured header whose value is in its final characters already. */
    public MessageHead with(String name, @Nullable String value) {
        throw new UnsupportedOperationException();
    }

    /** The whole message: these headers, those of the body, the body. */
    public byte[] join(Skeleton body, java.util.Map<Slot, String> values) {
        throw new UnsupportedOperationException();
    }
}
