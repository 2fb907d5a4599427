package com.newgroktimes.digest.subscribers;

import com.newgroktimes.digest.platform.Purpose;

/** What a reader's link opens. A link to one door opens no other. */
public enum Door {
    CONFIRM("/confirm/", new Purpose("confirm", true)),
    /** Works for ever, so it is not dated. */
    UNSUBSCRIBE("/u/", new Purpose("unsubscribe", false)),
    SETTINGS("/settings/", new Purpose("settings", true)),
    NOT_ME("/not-me/", new Purpose("not-me", false));

    private final String path;
    private final Purpose purpose;

    Door(String path, Purpose purpose) {
        this.path = path;
        this.purpose = purpose;
    }

    /** What a link's path begins with; the token follows. */
    public String path() {
        return path;
    }

    Purpose purpose() {
        return purpose;
    }
}
