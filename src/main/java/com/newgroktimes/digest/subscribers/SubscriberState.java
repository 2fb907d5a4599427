package com.newgroktimes.digest.subscribers;

/** What a reader asked for. Whether we may write to them besides is a {@link Suppression}. */
public enum SubscriberState {
    /** Signed up, and has not pressed the button in the confirmation mail. */
    PENDING,
    CONFIRMED,
    UNSUBSCRIBED
}
