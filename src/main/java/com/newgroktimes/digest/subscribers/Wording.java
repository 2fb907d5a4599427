package com.newgroktimes.digest.subscribers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Sha256;
import com.newgroktimes.digest.rendering.Words;

/**
 * Which words readers were shown when they agreed: the start of the SHA-256 over the files of all languages, in the order of their
 * codes, from which pages and mails are made, so that the very text can be found again among the releases; and over the
 * publication's own words, where it has any.
 */
@Component
class Wording {

    private static final int DIGITS = 12;

    private final String version;

    Wording(Words words) {
        var text = new StringBuilder();
        words.files().forEach(file -> text.append(read(file)));
        words.own().forEach((language, own) -> text.append(language).append(new TreeMap<>(own)));
        version = Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, DIGITS);
    }

    String version() {
        return version;
    }

    private static String read(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
