package com.newgroktimes.digest.delivery.ledger;

/** What came of asking the writer for a delivery. */
public enum Claim {
    /** Durably ours: offer it. */
    OURS,
    /** The reader may not be mailed any more, or the row has moved on: do not offer it. */
    REFUSED,
    /** The database went away while it was being claimed. Nobody holds it: it may be asked for again. */
    LOST,
    /** The run claims nothing now. */
    CLOSED,
    /** Nothing was asked for. */
    NONE
}
