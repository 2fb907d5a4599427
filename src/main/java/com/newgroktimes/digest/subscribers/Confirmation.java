package com.newgroktimes.digest.subscribers;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a confirmation link stands for at this moment.
 *
 * @param reader whom it names; null where the link is unknown, and where it was mailed to another address than they have
 * @param issued the hour in which the link was
 */
public record Confirmation(Standing standing, @Nullable Subscriber reader, Instant issued) {

    public enum Standing {
        /** One press, and they are on the list. */
        READY,
        /** They are on the list. */
        ALREADY,
        /** Older than {@link Confirmations#VALID}. */
        EXPIRED,
        /** They left after it was mailed; a press brings them back. */
        LEFT,
        /** It was mailed to an address that its reader has left for another since. */
        MOVED,
        /** The address must not be written to, whatever is pressed. */
        REFUSED,
        /** No link of ours. */
        UNKNOWN
    }
}
