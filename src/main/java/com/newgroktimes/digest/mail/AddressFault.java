package com.newgroktimes.digest.mail;

/** What keeps something typed from being an address that mail can go to, in a sentence that does not repeat it. */
public enum AddressFault {
    EMPTY("No address was given."),
    NO_AT("An address has a name, an @ and a domain, like ada@example.org; here the @ is missing."),
    NO_NAME("The part before the @ is missing."),
    NO_DOMAIN("The part after the @ is missing."),
    SEVERAL("There is more than one address here, or more than one @; give one address."),
    CONTROL("There is a line break or another control character inside the address."),
    INVISIBLE("There is a character inside the address that cannot be seen; type it instead of pasting it."),
    BLANK("There is a blank inside the address; that needs quotes around the part before the @."),
    NOT_BARE("Give the address alone, without a name, a comment or angle brackets."),
    DOTS("A dot stands at the start or end of the part before the @, or two stand together."),
    NAME_CHARACTER("There is a character before the @ that an address cannot have there."),
    OPEN_QUOTE("A quotation mark is opened before the @ and not closed."),
    NAME_TOO_LONG("The part before the @ is longer than 64 bytes."),
    TOO_LONG("The address is longer than 254 bytes."),
    DOMAIN_TOO_LONG("The part after the @ is too long: 63 bytes between two dots and 253 altogether is the most."),
    NETWORK_ADDRESS("The part after the @ is a network address; we write to domain names only."),
    ONE_LABEL("The part after the @ needs a dot in it, like example.org."),
    DOMAIN_DOTS("A dot stands at the start or end of the part after the @, or two stand together."),
    DOMAIN_CHARACTER("There is a character after the @ that a domain name cannot have there."),
    NO_SUCH_DOMAIN("No mail can be sent to domains with this ending."),
    OURS_NOT_ASCII("An address that we write from may have only the letters a to z, digits and signs before its @."),
    OURS_MIXED("The part after the @ mixes scripts, and mailbox providers refuse a sender like that.");

    private final String sentence;

    AddressFault(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
