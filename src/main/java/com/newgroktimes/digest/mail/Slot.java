package com.newgroktimes.digest.mail;

/**
 * The few places in which one reader's copy of a mail differs from another's. Stored skeletons hold their ordinals: new ones go
 * to the end.
 */
public enum Slot {
    /** The reader's address, in full. */
    ADDRESS,
    /** The date on which they signed up, spelled out. */
    SIGNED_UP,
    /** The link that stops the mail. */
    UNSUBSCRIBE,
    /** The link to their settings. */
    SETTINGS
}
