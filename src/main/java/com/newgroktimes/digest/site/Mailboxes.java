package com.newgroktimes.digest.site;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.OurAddresses;

/** The addresses of ours that pages name. */
@Component
final class Mailboxes {

    private final OurAddresses ours;

    Mailboxes(OurAddresses ours) {
        this.ours = ours;
    }

    /** Whom readers should know as a sender. */
    String sender() {
        return ours.from().key();
    }

    /** Where someone reads what they write. */
    String mailbox() {
        return ours.replyTo().key();
    }
}
