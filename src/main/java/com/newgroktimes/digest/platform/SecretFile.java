package com.newgroktimes.digest.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The file that holds the keys: one a line in base64, newest first; lines that begin with # are remarks. */
final class SecretFile {

    private static final String REMARKS = """
            # Keys for links, return tags and erased marks, newest first. Every node needs the same file. Back it up apart
            # from the database, and never take an old key out: links in mails that were sent are read with it.
            """;

    private final Path path;

    SecretFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Empty where there is no file yet. */
    Optional<List<Key>> read() {
        // A pipe or a device is waited for without end, or has none.
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw unusable("is no regular file, and only those are read", null);
        }
        try {
            List<Key> keys = Files.readAllLines(path).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(this::key)
                    .toList();
            if (keys.isEmpty()) {
                throw unusable("holds no key", null);
            }
            return Optional.of(keys);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable("cannot be read", e);
        }
    }

    /** Makes the file with its first key. */
    List<Key> make() {
        byte[] secret = new byte[Key.LENGTH];
        new SecureRandom().nextBytes(secret);
        try {
            PrivateFiles.write(path, REMARKS + Base64.getEncoder().encodeToString(secret) + "\n");
        } catch (IOException e) {
            throw unusable("cannot be made", e);
        }
        return List.of(new Key(secret));
    }

    private Key key(String line) {
        try {
            byte[] secret = Base64.getDecoder().decode(line);
            if (secret.length >= Key.LENGTH) {
                return new Key(secret);
            }
        } catch (IllegalArgumentException e) {
            // Told below, without the line: it may be a key with one letter missing.
        }
        throw unusable("has a line that is no key", null);
    }

    private StartRefused unusable(String what, @Nullable Throwable cause) {
        return new StartRefused(
                "The secret file %s %s.".formatted(path, what),
                "It needs one key a line, each at least %d bytes in base64, readable by user %s. Another place is set by"
                                .formatted(Key.LENGTH, System.getProperty("user.name"))
                        + " digest.secret-file.",
                cause);
    }
}
