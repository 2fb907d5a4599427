package com.newgroktimes.digest.subscribers;

/**
 * What somebody, who may be anybody, sent in.
 *
 * @param from a network address as {@link Origins} keeps it, or the name of a part of the service
 */
record SignUp(Entrant entrant, String from) {

    RoughInbox inboxRoughly() {
        return RoughInbox.of(entrant.address());
    }
}
