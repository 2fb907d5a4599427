package com.newgroktimes.digest.site;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.MailSettings;

/** The addresses of ours that pages name. */
@Component
final class Mailboxes {

    private final MailSettings settings;

    Mailboxes(MailSettings settings) {
        this.settings = settings;
    }

    /** Whom readers should know as a sender. */
    String sender() {
        return settings.from();
    }

    /** Where someone reads what they write. */
    String mailbox() {
        return settings.replyTo();
    }
}
