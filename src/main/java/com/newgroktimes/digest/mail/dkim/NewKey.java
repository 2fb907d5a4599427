package com.newgroktimes.digest.mail.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A key that was just made. */
public final class NewKey {

    private final KeyPair pair;
    private final Algorithm algorithm;

    private NewKey(KeyPair pair, Algorithm algorithm) {
        this.pair = pair;
        this.algorithm = algorithm;
    }

    /** @param bits the length of an RSA key; all Ed25519 keys are of one length */
    public static NewKey make(Algorithm algorithm, int bits) {
        try {
            KeyPairGenerator generator =
                    KeyPairGenerator.getInstance(algorithm == Algorithm.ED25519 ? "Ed25519" : "RSA");
            if (algorithm == Algorithm.RSA) {
                generator.initialize(bits);
            }
            return new NewKey(generator.generateKeyPair(), algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 15 makes such keys.", e);
        }
    }

    /** The private half, as PKCS#8. */
    public String pem() {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII))
                .encodeToString(pair.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }

    /** What its TXT record says. */
    public String record() {
        return KeyRecord.text(pair.getPublic(), algorithm);
    }

    /** The same in the strings that a TXT record is made of. */
    public List<String> strings() {
        return KeyRecord.strings(record());
    }
}
