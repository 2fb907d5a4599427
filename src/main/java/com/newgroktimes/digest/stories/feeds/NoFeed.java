package com.newgroktimes.digest.stories.feeds;

/** A document that is no feed; the message is a sentence that says what it is instead. */
public final class NoFeed extends RuntimeException {

    NoFeed(String sentence) {
        super(sentence, null, false, false);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
