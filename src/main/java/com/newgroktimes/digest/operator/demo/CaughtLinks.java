package com.newgroktimes.digest.operator.demo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.newgroktimes.digest.mail.CaughtMail;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.Outbox;

/** The links in the mails that the demonstration caught. */
final class CaughtLinks {

    private static final Pattern CONFIRM = Pattern.compile("/confirm/([\\w-]+)");

    private final Outbox outbox;

    CaughtLinks(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The token in the newest confirmation mail to this address, once it is there. */
    Optional<String> confirmation(EmailAddress address) {
        return outbox.list().stream()
                .filter(mail -> mail.to().equals(address.key()))
                .map(CaughtMail::text)
                .map(CONFIRM::matcher)
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .findFirst();
    }
}
