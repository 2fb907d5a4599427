package com.newgroktimes.digest.platform;

import java.util.Arrays;
import java.util.List;

/** Keys for tests that build what needs them by hand. */
public final class TestKeys {

    private TestKeys() {}

    public static Keys keys() {
        return new Keys(List.of(key(1)));
    }

    public static SignedLinks links() {
        return new SignedLinks(keys());
    }

    static Key key(int seed) {
        byte[] secret = new byte[Key.LENGTH];
        Arrays.fill(secret, (byte) seed);
        return new Key(secret);
    }
}
