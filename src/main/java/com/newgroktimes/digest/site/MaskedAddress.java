package com.newgroktimes.digest.site;

import com.newgroktimes.digest.mail.EmailAddress;

/**
 * An address as a page shows it, since forwarded mails carry our links.
 *
 * @param shown  {@code a…@example.org}
 * @param first  what a screen reader says of the part before the @
 * @param domain what it says of the rest
 */
public record MaskedAddress(String shown, String first, String domain) {

    static MaskedAddress of(EmailAddress address) {
        String shown = address.masked();
        return new MaskedAddress(shown, shown.substring(0, shown.indexOf('…')), address.domain());
    }
}
