package com.newgroktimes.digest.mail.dkim;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.springframework.boot.ssl.pem.PemContent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A file with one private key as PEM: PKCS#8, or PKCS#1 for RSA. */
final class KeyFile {

    /** Receivers do not look at less (RFC 8301 §3.2). */
    private static final int LEAST_BITS = 1024;

    private static final int LARGEST = 64 * 1024;
    private static final Pattern LABEL = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----");

    private final Path path;

    KeyFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** What is in it, for whoever wants to know whether it is another key than before. */
    String content() throws UnusableKey {
        try {
            if (Files.isDirectory(path)) {
                throw new UnusableKey("is a directory. Name the file with the key in it.");
            }
            // A pipe or a device is waited for without end, or has none.
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new UnusableKey("is no regular file, and only those are read. Name the file with the key in it.");
            }
            if (Files.size(path) > LARGEST) {
                throw new UnusableKey("is too large for a key.");
            }
            return Files.readString(path, ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new UnusableKey(
                    "is not there. See whether the path is right, or make a key with: java -jar digest.jar dkim-key");
        } catch (AccessDeniedException e) {
            throw new UnusableKey("may not be read by user %s.".formatted(System.getProperty("user.name")));
        } catch (IOException e) {
            throw new UnusableKey("cannot be read: %s.".formatted(e.getMessage()));
        }
    }

    /** Whether people who have nothing to do with us can read the key; false where the disk does not tell. */
    boolean isOpenToAll() {
        try {
            return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    static SigningKey key(String selector, String pem) throws UnusableKey {
        PrivateKey key = read(pem);
        Algorithm algorithm = Algorithm.of(key)
                .orElseThrow(() -> new UnusableKey(
                        "holds a key for %s. DKIM knows rsa and ed25519.".formatted(key.getAlgorithm())));
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_BITS) {
            throw new UnusableKey(
                    "holds a key of %d bits. Receivers take no signature with less than %d; make one of 2048."
                            .formatted(rsa.getModulus().bitLength(), LEAST_BITS));
        }
        return new SigningKey(selector, key, algorithm);
    }

    private static PrivateKey read(String pem) throws UnusableKey {
        List<String> labels =
                LABEL.matcher(pem).results().map(MatchResult::group).toList();
        if (labels.isEmpty()) {
            throw new UnusableKey("is no key in PEM form: no line of it is -----BEGIN PRIVATE KEY-----.");
        }
        for (String label : labels) {
            refuse(label, pem);
        }
        if (labels.size() > 1) {
            throw new UnusableKey(
                    "holds %d keys or certificates. Leave the one private key in it.".formatted(labels.size()));
        }
        try {
            return Optional.ofNullable(PemContent.of(pem).getPrivateKey()).orElseThrow();
        } catch (RuntimeException e) {
            throw new UnusableKey("is damaged, or holds a key of a kind that this Java does not know.");
        }
    }

    private static void refuse(String label, String pem) throws UnusableKey {
        if (label.contains("PUBLIC") || label.contains("CERTIFICATE")) {
            throw new UnusableKey(
                    "holds a public key. That one belongs into the DNS: name the file of the private key.");
        }
        if (label.contains("ENCRYPTED") || pem.contains("Proc-Type: 4,ENCRYPTED")) {
            throw new UnusableKey("is encrypted, and nobody is there to type the passphrase when the service starts."
                    + " Take it off: openssl pkey -in FILE -out NEW-FILE");
        }
        if (label.contains("OPENSSH") || label.contains("EC ") || label.contains("DSA")) {
            throw new UnusableKey("holds a key of another kind. DKIM knows rsa and ed25519, as PKCS#8 or PKCS#1.");
        }
    }
}
