package com.newgroktimes.digest.mail.dkim;

/** What the DNS has where receivers look for a key. */
public enum Fit {
    /** The public half of the key that signs. */
    FITS("this key", true),
    /** The same, marked as a trial (t=y): receivers may take the mail for unsigned. */
    TESTING("this key, as a trial", true),
    /** There is no such name (NXDOMAIN). */
    NO_SUCH_NAME("no such name", false),
    /** There is the name, and no TXT record. */
    NO_RECORD("no TXT record", false),
    /** More than one TXT record: which of them counts is anybody's guess (RFC 6376 §3.6.2.2). */
    SEVERAL("several TXT records, of which nobody knows the right one", false),
    /** An empty p=: the key is given up. */
    REVOKED("a key that was given up", false),
    /** A key of another type than signs. */
    OTHER_TYPE("a key of another type", false),
    /** A key, and not this one's other half. */
    OTHER_KEY("another key", false),
    /** One that may sign no mail, or not by SHA-256. */
    NOT_FOR_US("a key that may not sign mail by SHA-256", false),
    /** Nothing that can be read as a key. */
    UNREADABLE("nothing that can be read as a key", false),
    /** Nobody answered in time, or the server failed: nothing is known. */
    NO_ANSWER("given no answer", true),
    /** Nobody has been asked yet. */
    NOT_ASKED("not been asked", true);

    private final String words;
    private final boolean mayPass;

    Fit(String words, boolean mayPass) {
        this.words = words;
        this.mayPass = mayPass;
    }

    /** In a sentence of a log: the DNS has … */
    String words() {
        return words;
    }

    /** Whether a signature could be believed, for all that is known. */
    boolean mayPass() {
        return mayPass;
    }

    boolean isKnown() {
        return this != NO_ANSWER && this != NOT_ASKED;
    }
}
