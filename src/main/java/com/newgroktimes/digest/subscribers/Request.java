package com.newgroktimes.digest.subscribers;

import com.newgroktimes.digest.subscribers.Letter.Occasion;

/** What anyone may ask to be mailed in the name of an address. All of them share what its inbox is mailed. */
enum Request {
    SIGN_UP(Act.SIGNED_UP, Act.SIGNED_UP_TOO_OFTEN, Occasion.SIGN_UP),
    /** An operator, for somebody who asked elsewhere. */
    ADDED(Act.ADDED, Act.ADDED_TOO_OFTEN, Occasion.ADDED),
    LEAVE(Act.ASKED_TO_LEAVE, Act.ASKED_TO_LEAVE_TOO_OFTEN, Occasion.LEAVE),
    SETTINGS_LINK(Act.ASKED_FOR_SETTINGS, Act.ASKED_FOR_A_LINK_TOO_OFTEN, Occasion.SETTINGS_LINK),
    ADDRESS_LINK(Act.ASKED_FOR_ADDRESS, Act.ASKED_FOR_A_LINK_TOO_OFTEN, Occasion.ADDRESS_LINK),
    COPY_LINK(Act.ASKED_FOR_COPY, Act.ASKED_FOR_A_LINK_TOO_OFTEN, Occasion.COPY_LINK),
    ERASURE_LINK(Act.ASKED_FOR_ERASURE, Act.ASKED_FOR_A_LINK_TOO_OFTEN, Occasion.ERASURE_LINK),
    NEW_ADDRESS(Act.NAMED_AS_NEW_ADDRESS, Act.NAMED_AS_NEW_ADDRESS_TOO_OFTEN, Occasion.NEW_ADDRESS);

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
