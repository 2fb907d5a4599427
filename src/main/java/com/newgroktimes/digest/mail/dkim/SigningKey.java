package com.newgroktimes.digest.mail.dkim;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.newgroktimes.digest.platform.Sha256;

/** A key that signs, and the selector under which the DNS has its public half. For any number of threads. */
public final class SigningKey {

    private final String selector;
    private final PrivateKey key;
    private final Algorithm algorithm;
    private final Optional<Provider> provider;

    /** One for each thread that signs at the same time: making one is most of a signature's cost with some providers. */
    private final Queue<Signature> idle = new ConcurrentLinkedQueue<>();

    SigningKey(String selector, PrivateKey key, Algorithm algorithm) {
        this(selector, key, algorithm, NativeProvider.of(algorithm, key));
    }

    SigningKey(String selector, PrivateKey key, Algorithm algorithm, Optional<Provider> provider) {
        this.selector = selector;
        this.key = key;
        this.algorithm = algorithm;
        this.provider = provider;
    }

    public String selector() {
        return selector;
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    PublicKey publicHalf() throws UnusableKey {
        return PublicHalf.of(key);
    }

    /** Of the modulus; empty where all keys are of one strength. */
    public Optional<Integer> bits() {
        return key instanceof RSAKey rsa ? Optional.of(rsa.getModulus().bitLength()) : Optional.empty();
    }

    /** Who does the work; empty where that is the JDK itself. */
    public Optional<String> provider() {
        return provider.map(Provider::getName);
    }

    byte[] sign(byte[] data) {
        try {
            Signature signature = take();
            signature.update(algorithm == Algorithm.ED25519 ? Sha256.of(data).bytes() : data); // RFC 8463 §3
            byte[] signed = signature.sign();
            idle.add(signature);
            return signed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The DKIM key " + selector + " does not sign.", e);
        }
    }

    private Signature take() throws GeneralSecurityException {
        Signature ready = idle.poll();
        return ready == null ? NativeProvider.signature(algorithm, key, provider) : ready;
    }
}
