package com.newgroktimes.digest.subscribers;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One mail that is owed to one address, as the durable task keeps it. It holds no address; what is mailed, if anything, is
 * decided when it is.
 *
 * @param subscriber number of a subscriber; {@link #NOBODY} for an address that is not on the list
 * @param change     number of the change of address that it is to confirm; null: it is of none
 */
record Letter(
        long subscriber,
        Occasion occasion,
        Instant asked,
        @Nullable Long change) {

    static final long NOBODY = 0;

    enum Occasion {
        SIGN_UP,
        /** An operator added them by hand. */
        ADDED,
        /** An import brought them, and an operator asks them whether they want it. */
        ASKING,
        LEAVE,
        SETTINGS_LINK,
        ADDRESS_LINK,
        COPY_LINK,
        ERASURE_LINK,
        /** To the address where the digest is to go: the subscriber is whoever has it. */
        NEW_ADDRESS,
        /** To the address where it went before. */
        ADDRESS_CHANGED,
        /** They have confirmed. */
        WELCOME,
        /** They have left, and asked to have it in writing. */
        FAREWELL
    }
}
