package com.newgroktimes.digest.platform;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Keys for tests that build what needs them by hand. */
public final class TestKeys {

    private TestKeys() {}

    public static Keys keys() {
        return new Keys(List.of(key(1)));
    }

    /** Those with another before them, as {@link #rotated()}. */
    public static Keys rotatedKeys() {
        return new Keys(List.of(key(2), key(1)));
    }

    public static SignedLinks links() {
        return new SignedLinks(keys());
    }

    /** A secret file in which another key stands before that of {@link #keys()}. */
    public static String rotated() {
        Base64.Encoder base64 = Base64.getEncoder();
        return base64.encodeToString(secret(2)) + "\n" + base64.encodeToString(secret(1)) + "\n";
    }

    static Key key(int seed) {
        return new Key(secret(seed));
    }

    private static byte[] secret(int seed) {
        byte[] secret = new byte[Key.LENGTH];
        Arrays.fill(secret, (byte) seed);
        return secret;
    }
}
