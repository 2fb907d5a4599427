package com.newgroktimes.digest.mail;

import org.jspecify.annotations.Nullable;

/**
 * The addresses that our mail comes from and returns to, as the settings have them.
 *
 * @param from             of the digest
 * @param confirmationFrom of the mails about a subscription
 * @param replyTo          a mailbox that someone reads
 * @param returnPath       the envelope's sender, which undeliverable mail returns to
 * @param listId           of the list (RFC 2919)
 * @param unsubscribe      the mailbox to which readers write to leave, if one is read; it takes {@code name+anything} too
 */
public record OurAddresses(
        EmailAddress from,
        EmailAddress confirmationFrom,
        EmailAddress replyTo,
        EmailAddress returnPath,
        String listId,
        @Nullable EmailAddress unsubscribe) {}
