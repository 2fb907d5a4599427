package com.newgroktimes.digest.platform;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** The SHA-256 of some bytes (FIPS 180-4): two that differ have other bytes. */
public final class Sha256 {

    private final byte[] hash;

    private Sha256(byte[] hash) {
        this.hash = hash;
    }

    /** Of all of them, one behind the other. */
    public static Sha256 of(byte[]... bytes) {
        MessageDigest digest = digest();
        for (byte[] some : bytes) {
            digest.update(some);
        }
        return new Sha256(digest.digest());
    }

    /** Of what is written, of which nothing is kept: it may be more than fits into the memory. */
    public static Sha256 ofWritten(Consumer<OutputStream> writer) {
        MessageDigest digest = digest();
        writer.accept(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return new Sha256(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** 32 of them. */
    public byte[] bytes() {
        return hash.clone();
    }

    /** 64 digits. */
    public String hex() {
        return HexFormat.of().formatHex(hash);
    }
}
