package com.newgroktimes.digest.mail;

import java.util.Arrays;

/**
 * One mail in its last form, and its envelope.
 *
 * @param returnPath MAIL FROM
 * @param to         RCPT TO
 * @param messageId  with its angle brackets
 * @param bytes      headers, blank line and body, in CRLF lines, none of which begins with a dot
 */
public record Message(EmailAddress returnPath, EmailAddress to, String messageId, byte[] bytes) {

    /** The same with a header field before all others, where it breaks no signature that does not cover it. */
    Message below(byte[] field) {
        byte[] all = Arrays.copyOf(field, field.length + bytes.length);
        System.arraycopy(bytes, 0, all, field.length, bytes.length);
        return new Message(returnPath, to, messageId, all);
    }
}
