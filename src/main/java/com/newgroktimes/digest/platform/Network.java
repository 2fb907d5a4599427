package com.newgroktimes.digest.platform;

import java.math.BigInteger;
import java.net.InetAddress;

/** An address, or a network such as {@code 10.0.0.0/8}. */
public record Network(InetAddress address, int prefix) {

    /** How settings are read. */
    public static Network valueOf(String given) {
        String[] parts = given.strip().split("/", 2);
        InetAddress address =
                ClientAddress.parse(parts[0]).orElseThrow(() -> none(given)).address();
        int bits = address.getAddress().length * Byte.SIZE;
        int prefix = parts.length == 1 ? bits : prefix(given, parts[1]);
        if (prefix > bits) {
            throw none(given);
        }
        return new Network(address, prefix);
    }

    boolean contains(ClientAddress other) {
        return contains(other.address());
    }

    public boolean contains(InetAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        int rest = ours.length * Byte.SIZE - prefix;
        return ours.length == theirs.length
                && new BigInteger(1, ours).shiftRight(rest).equals(new BigInteger(1, theirs).shiftRight(rest));
    }

    private static int prefix(String given, String digits) {
        if (!digits.matches("\\d{1,3}")) {
            throw none(given);
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException none(String given) {
        return new IllegalArgumentException(
                "\"%s\" is no address, and no network such as 10.0.0.0/8.".formatted(given.strip()));
    }
}
