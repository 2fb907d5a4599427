package com.newgroktimes.digest.subscribers;

import com.newgroktimes.digest.platform.Purpose;

/** What a reader's link opens. A link to one door opens no other, not even where their paths begin alike. */
public enum Door {
    CONFIRM("/confirm/", Purpose.toTheHour("confirm")),
    /** Works for ever, so it is not dated. */
    UNSUBSCRIBE("/u/", Purpose.undated("unsubscribe")),
    SETTINGS("/settings/", Purpose.toTheHour("settings")),
    /** By a link mailed on request, as the next two: the links in a digest are forwarded with it. */
    ADDRESS("/settings/", Purpose.toTheSecond("address")),
    COPY("/settings/", Purpose.toTheSecond("copy")),
    ERASE("/settings/", Purpose.toTheSecond("erase")),
    /** Names a change of address, and no reader. */
    NEW_ADDRESS("/settings/", Purpose.toTheSecond("new-address")),
    /** For ever as well; the date tells to which of their addresses it was mailed. */
    NOT_ME("/not-me/", Purpose.toTheHour("not-me"));

    private final String path;
    private final Purpose purpose;

    Door(String path, Purpose purpose) {
        this.path = path;
        this.purpose = purpose;
    }

    /** And not something else that has a number. */
    public boolean namesReader() {
        return this != NEW_ADDRESS;
    }

    /** What a link's path begins with; the token follows. */
    public String path() {
        return path;
    }

    Purpose purpose() {
        return purpose;
    }
}
