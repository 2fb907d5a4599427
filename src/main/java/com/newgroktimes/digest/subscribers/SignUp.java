package com.newgroktimes.digest.subscribers;

import java.util.Locale;

/**
 * What somebody, who may be anybody, sent in.
 *
 * @param from a network address as {@link Origins} keeps it, or the name of a part of the service
 */
record SignUp(Entrant entrant, String from) {

    /**
     * The same for nearly all addresses of an inbox, and for some of others. Which letters beyond ASCII the database's {@code inbox_of}
     * takes for one is its own affair: all that have any are taken for one here.
     */
    String inboxRoughly() {
        String untagged = entrant.address().localPart().split("\\+", 2)[0];
        return entrant.address().isAscii() ? untagged.replace(".", "").toLowerCase(Locale.ROOT) : "";
    }
}
