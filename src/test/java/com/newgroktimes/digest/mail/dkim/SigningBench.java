package com.newgroktimes.digest.mail.dkim;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** No test, and so not named as one: {@code bench/sign} runs it, for what it prints. */
class SigningBench {

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final byte[] DATA = new byte[1500];
    private static final long NANOS = 2_000_000_000;

    @Test
    void tellsHowManySignaturesAProcessorMakes() throws Exception {
        for (Algorithm algorithm : Algorithm.values()) {
            PrivateKey key = key(algorithm);
            tell(algorithm, new SigningKey("s1", key, algorithm, Optional.empty()));
            tell(algorithm, new SigningKey("s1", key, algorithm));
        }
    }

    private static PrivateKey key(Algorithm algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm == Algorithm.RSA ? "RSA" : "Ed25519");
        if (algorithm == Algorithm.RSA) {
            generator.initialize(2048);
        }
        return generator.generateKeyPair().getPrivate();
    }

    private static void tell(Algorithm algorithm, SigningKey key) {
        rate(key); // warm
        System.out.printf(
                "Signed by %s, %s: %,.0f a second of one processor%n",
                algorithm.tag(), key.provider().orElse("the JDK"), rate(key));
    }

    private static double rate(SigningKey key) {
        long began = PROCESSOR.getCurrentThreadCpuTime();
        long signed = 0;
        while (PROCESSOR.getCurrentThreadCpuTime() - began < NANOS) {
            key.sign(DATA);
            signed++;
        }
        return signed * 1e9 / (PROCESSOR.getCurrentThreadCpuTime() - began);
    }
}
