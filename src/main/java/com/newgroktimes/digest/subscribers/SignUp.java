package com.newgroktimes.digest.subscribers;

import java.util.Locale;

/**
 * What somebody, who may be anybody, sent in.
 *
 * @param from a network address as {@link Origins} keeps it, or the name of a part of the service
 */
record SignUp(Entrant entrant, String from) {

    /** The same for all addresses of an inbox, and for some of others: coarser than the database's {@code inbox_of}. */
    String inboxRoughly() {
        String untagged = entrant.address().localPart().split("\\+", 2)[0];
        return untagged.replace(".", "").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
