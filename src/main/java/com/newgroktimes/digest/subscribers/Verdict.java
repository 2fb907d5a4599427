package com.newgroktimes.digest.subscribers;

/** Whether a request that anyone may make in the name of an address is taken. It says nothing of what we know of the address. */
public enum Verdict {
    ADMITTED,
    /** Too many came from this network, for this domain, or in all. */
    TOO_MANY
}
