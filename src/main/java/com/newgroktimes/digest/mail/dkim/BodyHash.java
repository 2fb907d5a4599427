package com.newgroktimes.digest.mail.dkim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 of a body in relaxed form, which comes piece by piece: empty lines count only where something follows (RFC 6376 §3.4.4). */
public final class BodyHash {

    private static final byte[] EMPTY_LINE = {'\r', '\n'};

    private final MessageDigest sha256;
    private int emptyLines;

    public BodyHash() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** @param relaxed whole lines in relaxed form */
    public BodyHash add(byte[] relaxed) {
        return add(relaxed, 0, relaxed.length);
    }

    public BodyHash add(byte[] relaxed, int from, int to) {
        int end = to;
        while (end - from >= 2 && relaxed[end - 1] == '\n' && (end - from == 2 || relaxed[end - 3] == '\n')) {
            end -= 2;
        }
        if (end > from) {
            for (; emptyLines > 0; emptyLines--) {
                sha256.update(EMPTY_LINE);
            }
            sha256.update(relaxed, from, end - from);
        }
        emptyLines += (to - end) / 2;
        return this;
    }

    public byte[] bytes() {
        return sha256.digest();
    }
}
