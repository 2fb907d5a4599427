package com.newgroktimes.digest.subscribers;

import org.jspecify.annotations.Nullable;

/**
 * What a link that was mailed on request stands for at this moment.
 *
 * @param reader whom it names; null where the link is unknown, or nobody has that number any more
 */
public record RequestedLink(Standing standing, @Nullable Subscriber reader) {

    public enum Standing {
        OPEN,
        /** Older than {@link RequestedLinks#VALID}. */
        EXPIRED,
        /** Older than the reader's address. */
        MOVED,
        /** Whoever it names was erased. */
        NOBODY,
        /** No link of ours to this door. */
        UNKNOWN
    }
}
