package com.newgroktimes.digest.mail.dns;

import java.util.Locale;

/**
 * One MX record of a domain (RFC 5321 §5.1).
 *
 * @param preference the lower it is, the sooner this host is tried
 * @param host       in lower case, without a dot at its end: A-labels, and nothing where it is the root
 */
public record MailExchanger(int preference, String host) {

    /** @param record as JNDI writes it: {@code 10 mx.example.org.} */
    static MailExchanger parse(String record) {
        int blank = record.indexOf(' ');
        String host = record.substring(blank + 1).toLowerCase(Locale.ROOT);
        return new MailExchanger(
                Integer.parseInt(record.substring(0, blank)),
                host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
    }

    /** Whether the domain says by it, where it has no other, that it takes no mail (RFC 7505 §3). */
    public boolean isNull() {
        return host.isEmpty();
    }
}
