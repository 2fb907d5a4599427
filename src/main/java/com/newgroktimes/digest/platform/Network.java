package com.newgroktimes.digest.platform;

import java.math.BigInteger;
import java.net.InetAddress;

/** A setting that is an address, or a network such as {@code 10.0.0.0/8}. */
record Network(InetAddress address, int prefix) {

    static Network parse(String key, String given) {
        String[] parts = given.strip().split("/", 2);
        InetAddress address = ClientAddress.parse(parts[0])
                .orElseThrow(() -> wrong(key, given))
                .address();
        int bits = address.getAddress().length * Byte.SIZE;
        int prefix = parts.length == 1 ? bits : prefix(key, given, parts[1]);
        if (prefix > bits) {
            throw wrong(key, given);
        }
        return new Network(address, prefix);
    }

    boolean contains(ClientAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.address().getAddress();
        int rest = ours.length * Byte.SIZE - prefix;
        return ours.length == theirs.length
                && new BigInteger(1, ours).shiftRight(rest).equals(new BigInteger(1, theirs).shiftRight(rest));
    }

    private static int prefix(String key, String given, String digits) {
        if (!digits.matches("\\d{1,3}")) {
            throw wrong(key, given);
        }
        return Integer.parseInt(digits);
    }

    private static StartRefused wrong(String key, String given) {
        return StartRefused.setting(key, given, "it must be an address or a network such as 10.0.0.0/8.");
    }
}
