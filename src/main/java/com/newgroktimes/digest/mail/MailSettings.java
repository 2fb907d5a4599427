package com.newgroktimes.digest.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The addresses that our mail comes from and returns to; what cannot be one stops the start.
 *
 * @param from             address of the digest; its name is the publication's
 * @param confirmationFrom address that confirmations come from; without it, the digest's
 * @param replyTo          a mailbox that someone reads
 * @param listId           identifier of the list (RFC 2919), a name below our own domain that never changes
 * @param returnPath       domain that undeliverable mail returns to; without it, the domain of {@code from}
 * @param unsubscribe      mailbox to which readers write to leave; without it, mails name none
 */
@ConfigurationProperties("digest.mail")
public record MailSettings(
        @DefaultValue("") String from,
        @Nullable String confirmationFrom,
        @DefaultValue("") String replyTo,
        @DefaultValue("") String listId,
        @Nullable String returnPath,
        @Nullable String unsubscribe) {

    public MailSettings {
        GivenAddresses.read(from, confirmationFrom, replyTo, listId, returnPath, unsubscribe);
    }

    OurAddresses addresses() {
        return GivenAddresses.read(from, confirmationFrom, replyTo, listId, returnPath, unsubscribe);
    }
}
