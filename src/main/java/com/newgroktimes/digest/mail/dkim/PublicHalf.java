package com.newgroktimes.digest.mail.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;

/** The public key that belongs to a private one: beside it in an RSA key, and computed from an Ed25519 one (RFC 8032 §5.1.5). */
final class PublicHalf {

    private PublicHalf() {}

    static PublicKey of(PrivateKey key) throws UnusableKey {
        try {
            if (key instanceof RSAPrivateCrtKey rsa) {
                return KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
            }
            if (key instanceof EdECPrivateKey curve) {
                return ofSeed(curve.getBytes().orElseThrow());
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 15 knows such keys.", e);
        }
        throw new UnusableKey("holds a private key without the numbers that its record is made of.");
    }

    /** The JDK computes it only where it makes a key, so it is made to make this one again. */
    private static PublicKey ofSeed(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519", "SunEC");
        generator.initialize(NamedParameterSpec.ED25519, new Repeated(seed));
        return generator.generateKeyPair().getPublic();
    }

    @SuppressWarnings("serial")
    private static final class Repeated extends SecureRandom {

        private final transient byte[] seed;

        private Repeated(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
