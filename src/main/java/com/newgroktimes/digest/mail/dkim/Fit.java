package com.newgroktimes.digest.mail.dkim;

/** What the DNS has where receivers look for a key. */
public enum Fit {
    /** The public half of the key that signs. */
    FITS(true),
    /** The same, marked as a trial (t=y): receivers may take the mail for unsigned. */
    TESTING(true),
    /** There is no such name (NXDOMAIN). */
    NO_SUCH_NAME(false),
    /** There is the name, and no TXT record. */
    NO_RECORD(false),
    /** More than one TXT record: which of them counts is anybody's guess (RFC 6376 §3.6.2.2). */
    SEVERAL(false),
    /** An empty p=: the key is given up. */
    REVOKED(false),
    /** A key of another type than signs. */
    OTHER_TYPE(false),
    /** A key, and not this one's other half. */
    OTHER_KEY(false),
    /** One that may sign no mail, or not by SHA-256. */
    NOT_FOR_US(false),
    /** Nothing that can be read as a key. */
    UNREADABLE(false),
    /** Nobody answered in time, or the server failed: nothing is known. */
    NO_ANSWER(true),
    /** Nobody has been asked yet. */
    NOT_ASKED(true);

    private final boolean mayPass;

    Fit(boolean mayPass) {
        this.mayPass = mayPass;
    }

    /** Whether a signature could be believed, for all that is known. */
    boolean mayPass() {
        return mayPass;
    }

    boolean isKnown() {
        return this != NO_ANSWER && this != NOT_ASKED;
    }
}
