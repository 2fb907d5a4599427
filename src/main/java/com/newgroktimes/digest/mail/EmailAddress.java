package com.newgroktimes.digest.mail;

/**
 * An address to which mail can go: the grammar of RFC 5321 §4.1.2, the domain as a lower-case A-label. Two are equal when
 * their keys are. Prints masked; {@link #key} is the whole of it.
 */
public final class EmailAddress {

    private final String localPart;
    private final String domain;

    EmailAddress(String localPart, String domain) {
        this.localPart = localPart;
        this.domain = domain;
    }

    /**
     * An address of a reader.
     *
     * @throws InvalidAddress with the reason in plain words, and a fix where one is plain
     */
    public static EmailAddress parse(String typed) {
        EmailAddress address = TypedAddress.read(typed);
        if (DomainName.isSpecialUse(address.domain)) {
            throw new InvalidAddress(AddressFault.NO_SUCH_DOMAIN);
        }
        return address;
    }

    /**
     * An address that we write from or that answers go to. Rehearsals may use the names that RFC 6761 sets aside; nobody may
     * use what a relay could only take with SMTPUTF8, or what mailbox providers refuse.
     *
     * @throws InvalidAddress as {@link #parse}
     */
    public static EmailAddress ofOurs(String configured) {
        EmailAddress address = TypedAddress.read(configured);
        if (!address.isAscii()) {
            throw new InvalidAddress(AddressFault.OURS_NOT_ASCII);
        }
        if (DomainName.mixesScripts(address.domain)) {
            throw new InvalidAddress(AddressFault.OURS_MIXED);
        }
        return address;
    }

    /** From a {@link #key} that is known to be one, such as the database's: nothing is checked. */
    public static EmailAddress stored(String key) {
        int at = key.lastIndexOf('@');
        return new EmailAddress(key.substring(0, at), key.substring(at + 1));
    }

    public String localPart() {
        return localPart;
    }

    public String domain() {
        return domain;
    }

    /** The address as it is stored, compared and written into an envelope. */
    public String key() {
        return localPart + "@" + domain;
    }

    /** {@code a…@example.org}: what pages show. */
    public String masked() {
        int first = localPart.startsWith("\"") ? 1 : 0;
        return Character.toString(localPart.codePointAt(first)) + "…@" + domain;
    }

    /** Whether somebody's words hold this address, in whatever case, and also where they have it encoded. */
    public boolean isIn(String text) {
        return Disguise.holds(text, this);
    }

    /** If not, the relay must offer SMTPUTF8 (RFC 6531 §3.1). */
    public boolean isAscii() {
        return localPart.chars().allMatch(c -> c < 0x80);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress that && localPart.equals(that.localPart) && domain.equals(that.domain);
    }

    @Override
    public int hashCode() {
        return 31 * localPart.hashCode() + domain.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
