package com.newgroktimes.digest.platform;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One secret, known in public by its fingerprint. */
final class Key {

    static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    /** Never updated, only cloned: a clone costs a fraction of a new one, and no two threads share one. */
    private final Mac keyed;

    private final byte[] fingerprint;

    Key(byte[] secret) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        fingerprint = Arrays.copyOf(mac("fingerprint", new byte[0]), 8);
    }

    /** A MAC made for one purpose fits no other. */
    byte[] mac(String purpose, byte[] data) {
        Mac mac = copy();
        mac.update(purpose.getBytes(UTF_8));
        mac.update((byte) 0);
        return mac.doFinal(data);
    }

    /** The first {@code length} bytes of the fingerprint; links carry two of them. */
    byte[] fingerprint(int length) {
        return Arrays.copyOf(fingerprint, length);
    }

    String fingerprint() {
        return HexFormat.of().formatHex(fingerprint);
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
