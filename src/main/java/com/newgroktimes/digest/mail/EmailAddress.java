package com.newgroktimes.digest.mail;

/**
 * An address to which mail can go: the grammar of RFC 5321 §4.1.2, the domain as a lower-case A-label. Two are equal when
 * their keys are. Prints masked; {@link #key} is the whole of it.
 */
public record EmailAddress(String localPart, String domain) {

    /** @throws InvalidAddress with the reason in plain words, and a fix where one is plain */
    public static EmailAddress parse(String typed) {
        throw new UnsupportedOperationException();
    }

    /** The address as it is stored, compared and written into an envelope. */
    public String key() {
        return localPart + "@" + domain;
    }

    /** {@code a…@example.org}: what pages show. */
    public String masked() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        return masked();
    }
}
