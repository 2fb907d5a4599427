package com.newgroktimes.digest.subscribers;

/** Why an address must not be written to. */
public enum Suppression {
    HARD_BOUNCE,
    COMPLAINT,
    OPERATOR,
    ERASED,
    /** Someone said that the sign-up was not theirs. Holds for a year. */
    NOT_ME
}
