package com.newgroktimes.digest.subscribers;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.EmailAddress;

/**
 * What a link in the mail to a new address stands for at this moment.
 *
 * @param from the address before; null where nobody has it any more
 * @param to   the new one; null where the link is unknown, or the change is over
 */
public record AddressChange(
        Standing standing,
        @Nullable EmailAddress from,
        @Nullable EmailAddress to) {

    public enum Standing {
        /** One press, and the digest goes to the new address. */
        READY,
        DONE,
        /** Older than {@link AddressChanges#VALID}. */
        EXPIRED,
        /** Dropped, or another address was given since, or the digest to the old one has stopped. */
        OVER,
        /** The new address must not be written to, whatever is pressed. */
        REFUSED,
        /** No link of ours. */
        UNKNOWN
    }
}
