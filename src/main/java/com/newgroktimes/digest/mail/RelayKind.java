package com.newgroktimes.digest.mail;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What kind of service a relay is. Some give a message an id of their own in the place of ours, and tell of its bounce by that; each
 * hands back a header of its own in which our id is kept.
 */
public enum RelayKind {
    /** It leaves what we wrote alone. */
    PLAIN("", Set.of()),
    /** Amazon SES: a tag of the message comes back with each of its events. Letters, digits, {@code _} and {@code -} alone. */
    SES("X-SES-MESSAGE-TAGS: digest=", Set.of("Date", "Message-ID")),
    /** Postmark: metadata come back with each webhook. */
    POSTMARK("X-PM-Metadata-digest: ", Set.of("Message-ID"));

    private final String field;
    private final Set<String> rewritten;

    RelayKind(String field, Set<String> rewritten) {
        this.field = field;
        this.rewritten = rewritten;
    }

    /** Headers that it puts others in the place of: a signature that covers them does not survive it. */
    Set<String> rewritten() {
        return rewritten;
    }

    /** The message as this relay is to get it. What is added stands before everything that is signed. */
    Message marked(Message message) {
        if (field.isEmpty()) {
            return message;
        }
        return message.below((field + tag(message.messageId()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** What stands before the @ of a Message-ID, in characters that all take. */
    static String tag(String messageId) {
        return messageId.substring(1, messageId.lastIndexOf('@')).replace('.', '-');
    }
}
