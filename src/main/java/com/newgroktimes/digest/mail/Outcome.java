package com.newgroktimes.digest.mail;

/** What became of one message that was offered to a relay. */
public enum Outcome {
    /** The relay answered 2yz to the final dot: the message is its business now. */
    ACCEPTED,
    /** A 4yz, or the line was lost, before the final dot: try this reader again later. */
    PUT_OFF,
    /** A 5yz about this recipient: not again. */
    REFUSED,
    /** The line broke after the first byte of the final dot and before a whole answer: nobody can know. Never retried by itself. */
    UNKNOWN,
    /** The relay could not be reached, would not talk to us, or takes no more from us for a while: says nothing about this reader. */
    RELAY_AWAY,
    /** The relay itself refuses us for good: our password, our sender, the size of our message. It would refuse whatever comes next. */
    RELAY_REFUSES,
    /** One destination speaks of the sender or the message, not of this reader: others may see it the same way. */
    OURS,
    /** The same after the final dot, when all of the message was seen: the next copy is much like it. */
    MESSAGE_REFUSED
}
