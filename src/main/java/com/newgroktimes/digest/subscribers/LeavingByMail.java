package com.newgroktimes.digest.subscribers;

import java.net.URI;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.OurAddresses;
import com.newgroktimes.digest.platform.SignedLinks.Signed;

/**
 * The mailbox that mail programs write to for readers who leave (RFC 2369 §3.2), {@code leave+token@example.org}. The token alone
 * tells who leaves: a mail may be sent from another address of theirs, and may say anything.
 */
@Component
public class LeavingByMail {

    private final ReaderLinks links;
    private final Departures departures;
    private final Optional<EmailAddress> mailbox;

    LeavingByMail(ReaderLinks links, Departures departures, OurAddresses ours) {
        this.links = links;
        this.departures = departures;
        this.mailbox = Optional.ofNullable(ours.unsubscribe());
    }

    /** For one reader's {@code List-Unsubscribe}; empty where nobody reads such a mailbox. */
    public Optional<URI> of(long subscriber) {
        return mailbox.map(address -> URI.create("mailto:%s+%s@%s?subject=unsubscribe"
                .formatted(address.localPart(), links.unsubscribeToken(subscriber), address.domain())));
    }

    /**
     * For whoever reads the mailbox. However often.
     *
     * @param recipient the address that the mail was sent to
     * @return false where no token of ours stands in it
     */
    @Transactional
    public boolean leave(String recipient) {
        Optional<Signed> reader = mailbox.flatMap(address -> token(recipient, address))
                .flatMap(token -> links.read(Door.UNSUBSCRIBE, token));
        reader.ifPresent(signed -> departures.leave(signed.subject(), EvidenceLog.BY_MAIL));
        return reader.isPresent();
    }

    /** Only a token tells small letters from capitals. */
    private static Optional<String> token(String recipient, EmailAddress mailbox) {
        String before = mailbox.localPart() + "+";
        String after = "@" + mailbox.domain();
        int end = recipient.length() - after.length();
        boolean isOurs = end > before.length()
                && recipient.regionMatches(true, 0, before, 0, before.length())
                && recipient.regionMatches(true, end, after, 0, after.length());
        return isOurs ? Optional.of(recipient.substring(before.length(), end)) : Optional.empty();
    }
}
