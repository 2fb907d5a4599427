package com.newgroktimes.digest.editions;

/** Where an edition stands. */
public enum EditionState {
    /** Being put together; something stops it. */
    DRAFT("a draft"),
    /** Nothing stops this exact content. */
    READY("ready"),
    /** Approved, and leaves at its time. */
    SCHEDULED("scheduled"),
    /** Sent off, and can be taken back until the holding time ends. */
    HOLDING("about to leave"),
    /** The audience is being written to the ledger. */
    PREPARING("having its list made"),
    SENDING("being sent"),
    /** No more claims; what is in hand still goes. */
    PAUSING("pausing"),
    PAUSED("paused"),
    /** Everyone was tried once; some were put off, and a task starts the next attempt. */
    RETRYING("waiting to try again"),
    SENT("sent"),
    /** Every recipient has a final result, and too many of them, or any unknown, are not what anyone wanted. */
    SENT_PROBLEMS("sent, with problems"),
    /** Ended by a person. */
    STOPPED("stopped for good"),
    /** Could not go on by itself; the reason says what to do. */
    FAILED("unable to go on");

    private final String word;

    EditionState(String word) {
        this.word = word;
    }

    /** For a sentence: {@code Edition 12 is being sent}. */
    public String word() {
        return word;
    }

    /** Whether it still takes stories and changes; from the press of Send on its content is frozen. */
    public boolean open() {
        return this == DRAFT || this == READY;
    }

    /** Whether nothing more will happen by itself. */
    public boolean ended() {
        return this == SENT || this == SENT_PROBLEMS || this == STOPPED;
    }
}
