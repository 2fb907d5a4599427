package com.newgroktimes.digest.subscribers;

/** Whether somebody who asks for the digest is let in. It says nothing of what we know of the address. */
public enum Verdict {
    ADMITTED,
    /** Too many came from this network, for this domain, or in all. */
    TOO_MANY,
    /** No new readers are taken. */
    CLOSED,
    /** The domain hands out addresses to be thrown away. */
    DISPOSABLE,
    /** The domain says that it takes no mail. */
    NO_MAIL_THERE
}
