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

    /** The same by every key that is held, newest first: one of them is what {@link #mac} made, whenever that was. */
    public List<byte[]> macs(String purpose, byte[] data) {
        return newestFirst.stream().map(key -> key.mac(purpose, data)).toList();
    }

    /** Of the newest key: in public, it tells which one {@link #mac} used. */
    public String fingerprint() {
        return newest().fingerprint();
    }

    Key newest() {
        return newestFirst.get(0);
    }

    List<Key> all() {
        return newestFirst;
    }
}
