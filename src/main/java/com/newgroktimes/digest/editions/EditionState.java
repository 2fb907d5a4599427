package com.newgroktimes.digest.editions;

/** Where an edition stands. */
public enum EditionState {
    /** Being put together; something stops it. */
    DRAFT,
    /** Nothing stops this exact content. */
    READY,
    /** Approved, and leaves at its time. */
    SCHEDULED,
    /** Sent off, and can be taken back until the holding time ends. */
    HOLDING,
    /** The audience is being written to the ledger. */
    PREPARING,
    SENDING,
    /** No more claims; what is in hand still goes. */
    PAUSING,
    PAUSED,
    /** Everyone was tried once; some were put off, and a task starts the next attempt. */
    RETRYING,
    SENT,
    /** Every recipient has a final result, and too many of them, or any unknown, are not what anyone wanted. */
    SENT_PROBLEMS,
    /** Ended by a person. */
    STOPPED,
    /** Could not go on by itself; the reason says what to do. */
    FAILED;

    /** Whether it still takes stories and changes; from the press of Send on its content is frozen. */
    public boolean open() {
        return this == DRAFT || this == READY;
    }

    /** Whether nothing more will happen by itself. */
    public boolean ended() {
        return this == SENT || this == SENT_PROBLEMS || this == STOPPED;
    }
}
