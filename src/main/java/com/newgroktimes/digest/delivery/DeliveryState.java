package com.newgroktimes.digest.delivery;

/** What became of one edition for one subscriber. The order is the ledger's: a state's number in the table is its ordinal. */
public enum DeliveryState {
    WAITING,
    /** Claimed, durably, by the one sender that may hand it over. */
    SENDING,
    /** Taken by the relay; no proof of reading. */
    ACCEPTED,
    /** The relay asked us to try later. */
    PUT_OFF,
    /** Refused for good. */
    REFUSED,
    /** Put off until the limit. */
    GAVE_UP,
    /** The line broke after the last byte and before the answer: they may have it. */
    UNKNOWN,
    /** Left out, for a reason that came up after the freeze. */
    SKIPPED
}
