package com.newgroktimes.digest.subscribers;

import com.newgroktimes.digest.subscribers.Letter.Occasion;

/** What anyone may ask to be mailed in the name of an address. All of them share what its inbox is mailed. */
enum Request {
    SIGN_UP(Act.SIGNED_UP, Act.SIGNED_UP_TOO_OFTEN, Occasion.SIGN_UP),
    LEAVE(Act.ASKED_TO_LEAVE, Act.ASKED_TO_LEAVE_TOO_OFTEN, Occasion.LEAVE);

    private final Act granted;
    private final Act tooOften;
    private final Occasion occasion;

    Request(Act granted, Act tooOften, Occasion occasion) {
        this.granted = granted;
        this.tooOften = tooOften;
        this.occasion = occasion;
    }

    /** What is noted where something may be mailed. */
    Act granted() {
        return granted;
    }

    /** What is noted where the inbox has had enough. */
    Act tooOften() {
        return tooOften;
    }

    Occasion occasion() {
        return occasion;
    }
}
