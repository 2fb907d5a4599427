package com.newgroktimes.digest.subscribers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Keys;
import com.newgroktimes.digest.platform.Sha256;

/**
 * One-way marks of the keys in old links. Many an old system made its key of the address itself, and anybody can try all addresses that
 * they can think of on a plain hash: so they are made with a secret.
 */
@Component
class LegacyMarks {

    private static final String PURPOSE = "legacy key";

    private final Keys keys;

    LegacyMarks(Keys keys) {
        this.keys = keys;
    }

    /** The fingerprint of the secret that makes a mark now. */
    String secret() {
        return keys.fingerprint();
    }

    byte[] of(String key) {
        return ofHash(hash(key));
    }

    /** Of a key of which no more is known than the plain hash by which an earlier release kept it. */
    byte[] ofHash(byte[] hash) {
        return keys.mac(PURPOSE, hash);
    }

    /** All that it may be kept by: under each secret, and as the plain hash that has not been marked yet. */
    List<byte[]> all(String key) {
        byte[] hash = hash(key);
        return Stream.concat(keys.macs(PURPOSE, hash).stream(), Stream.of(hash)).toList();
    }

    private static byte[] hash(String key) {
        return Sha256.of(key.getBytes(StandardCharsets.UTF_8)).bytes();
    }
}
