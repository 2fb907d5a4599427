package com.newgroktimes.digest.subscribers;

import java.util.Locale;

import com.newgroktimes.digest.mail.EmailAddress;

/**
 * The same for nearly all addresses of an inbox, and for some of others. Which letters beyond ASCII the database's {@code inbox_of} takes
 * for one is its own affair: at one domain, all that have any are taken for one here.
 */
record RoughInbox(String name, String domain) {

    static RoughInbox of(EmailAddress address) {
        String untagged = address.localPart().split("\\+", 2)[0];
        String name = address.isAscii() ? untagged.replace(".", "").toLowerCase(Locale.ROOT) : "";
        return new RoughInbox(name, address.domain().equals("googlemail.com") ? "gmail.com" : address.domain());
    }
}
