package com.newgroktimes.digest.subscribers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Sha256;

/**
 * Which words readers were shown when they agreed: the start of the SHA-256 of {@code messages.properties}, from which pages
 * and mails are made, so that the very text can be found again among the releases.
 */
@Component
class Wording {

    private static final int DIGITS = 12;

    private final String version = hash(new ClassPathResource("messages.properties"));

    String version() {
        return version;
    }

    private static String hash(ClassPathResource words) {
        try {
            byte[] text = words.getContentAsString(StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .getBytes(StandardCharsets.UTF_8);
            return Sha256.of(text).hex().substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
