package com.newgroktimes.digest.platform;

import java.util.List;

/**
 * The service's secrets, newest first. What the newest one marks is read by all, so that a key can be replaced without
 * closing what older ones opened.
 */
public final class Keys {

    private final List<Key> newestFirst;

    Keys(List<Key> newestFirst) {
        this.newestFirst = List.copyOf(newestFirst);
    }

    /** HMAC-SHA-256 by the newest key, 32 bytes; one made for another purpose differs. */
    public byte[] mac(String purpose, byte[] data) {
        return newest().mac(purpose, data);
    }

    Key newest() {
        return newestFirst.get(0);
    }

    List<Key> all() {
        return newestFirst;
    }
}
