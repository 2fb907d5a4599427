package com.newgroktimes.digest.delivery.ledger;

/** What a destination is called: whoever operates the mail exchangers of many domains, or a domain that is one by itself. */
public record DestinationName(String name) {

    /** Whether it is that domain itself, and nobody's that others share. */
    public boolean is(String domain) {
        return name.equals(domain);
    }

    @Override
    public String toString() {
        return name;
    }
}
