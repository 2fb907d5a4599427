package com.newgroktimes.digest.mail.dkim;

import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAKey;
import java.util.Optional;

/** How a key signs. */
public enum Algorithm {
    /** What every receiver knows (RFC 8301 §3.1). */
    RSA("rsa", "rsa-sha256", "SHA256withRSA"),
    /** Short and fast; only beside the other, since many receivers do not know it (RFC 8463). */
    ED25519("ed25519", "ed25519-sha256", "Ed25519");

    private final String keyType;
    private final String tag;
    private final String jcaName;

    Algorithm(String keyType, String tag, String jcaName) {
        this.keyType = keyType;
        this.tag = tag;
        this.jcaName = jcaName;
    }

    /** As {@code k=} of a record in the DNS has it. */
    public String keyType() {
        return keyType;
    }

    /** As {@code a=} of a signature has it. */
    String tag() {
        return tag;
    }

    String jcaName() {
        return jcaName;
    }

    /** Empty for a key that DKIM has no use for. */
    static Optional<Algorithm> of(PrivateKey key) {
        if (key instanceof RSAKey && key.getAlgorithm().equals("RSA")) {
            return Optional.of(RSA);
        }
        boolean ed25519 = key instanceof EdECPrivateKey curve
                && curve.getParams().getName().equals("Ed25519");
        return ed25519 ? Optional.of(ED25519) : Optional.empty();
    }
}
