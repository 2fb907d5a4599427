package com.newgroktimes.digest.subscribers;

/**
 * What a reader can ask a link for. It is mailed to their own address, so that whoever was forwarded a digest, with the links in it,
 * can neither read what we keep about them, nor erase them, nor have their digest brought elsewhere.
 */
public enum Errand {
    SETTINGS(Door.SETTINGS, Request.SETTINGS_LINK),
    ADDRESS(Door.ADDRESS, Request.ADDRESS_LINK),
    COPY(Door.COPY, Request.COPY_LINK),
    ERASURE(Door.ERASE, Request.ERASURE_LINK);

    private final Door door;
    private final Request request;

    Errand(Door door, Request request) {
        this.door = door;
        this.request = request;
    }

    public Door door() {
        return door;
    }

    Request request() {
        return request;
    }
}
