package com.newgroktimes.digest.mail;

/**
 * One mail in its last form, and its envelope.
 *
 * @param returnPath MAIL FROM
 * @param to         RCPT TO
 * @param messageId  with its angle brackets
 * @param bytes      headers, blank line and body, in CRLF lines, none of which begins with a dot
 */
public record Message(EmailAddress returnPath, EmailAddress to, String messageId, byte[] bytes) {}
