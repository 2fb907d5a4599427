package com.newgroktimes.digest.mail.dkim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

import com.newgroktimes.digest.testing.Pipes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeyFileTest {

    /** What stands before the PKCS#1 key of 2048 bits in a PKCS#8 one. */
    private static final int PKCS8_PREFIX = 26;

    @TempDir
    private Path directory;

    @Test
    void readsWhatOpensslAndOthersWrite() throws Exception {
        byte[] pkcs8 = made("RSA", 2048);
        String old = pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, PKCS8_PREFIX, pkcs8.length));

        assertThat(KeyFile.key("s1", pem("PRIVATE KEY", pkcs8)).bits()).contains(2048);
        assertThat(KeyFile.key("s1", old).algorithm()).isEqualTo(Algorithm.RSA);
        assertThat(KeyFile.key("s1", old).sign(new byte[] {1}))
                .isEqualTo(KeyFile.key("s1", pem("PRIVATE KEY", pkcs8)).sign(new byte[] {1}));
        assertThat(KeyFile.key("s1", NewKey.make(Algorithm.ED25519, 0).pem()).algorithm())
                .isEqualTo(Algorithm.ED25519);
        assertThat(KeyFile.key("s1", "A remark\r\n" + old.replace("\n", "\r\n")).bits())
                .contains(2048);
    }

    @Test
    void aShortKeyIsTakenAndOneThatNobodyBelievesIsNot() throws Exception {
        assertThat(KeyFile.key("s1", pem("PRIVATE KEY", made("RSA", 1024))).bits())
                .contains(1024);
        assertThat(fault(pem("PRIVATE KEY", made("RSA", 512)))).contains("512 bits", "make one of 2048");
    }

    @Test
    void saysWhatIsInTheFileInstead() throws Exception {
        byte[] key = made("RSA", 2048);

        assertThat(fault("")).contains("is no key in PEM form");
        assertThat(fault("secret")).contains("is no key in PEM form");
        assertThat(fault(pem("PUBLIC KEY", key))).contains("holds a public key", "the private key");
        assertThat(fault(pem("CERTIFICATE", key))).contains("holds a public key");
        assertThat(fault(pem("ENCRYPTED PRIVATE KEY", key))).contains("is encrypted", "openssl pkey");
        assertThat(
                        fault(
                                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----"))
                .contains("is encrypted");
        assertThat(fault(pem("EC PRIVATE KEY", key))).contains("another kind");
        assertThat(fault(pem("PRIVATE KEY", made("EC", 256)))).contains("a key for EC");
        assertThat(fault(pem("PRIVATE KEY", Arrays.copyOf(key, 100)))).contains("is damaged");
        assertThat(fault(pem("PRIVATE KEY", key) + pem("PRIVATE KEY", key))).contains("holds 2 keys");
    }

    @Test
    void saysWhatIsWrongWithTheFile() throws Exception {
        assertThat(fault(directory.resolve("nowhere.pem"))).contains("is not there", "dkim-key");
        assertThat(fault(directory)).contains("is a directory");
        assertThat(fault(Files.write(directory.resolve("large"), new byte[100_000])))
                .contains("too large");
    }

    @Test
    @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
    void waitsForNoPipeOrDevice() throws Exception {
        assertThat(fault(Pipes.at(directory.resolve("key.pem")))).contains("no regular file");
        assertThat(fault(Path.of("/dev/zero"))).contains("no regular file");
    }

    private static String fault(String pem) {
        return assertThatExceptionOfType(UnusableKey.class)
                .isThrownBy(() -> KeyFile.key("s1", pem))
                .actual()
                .what();
    }

    private static String fault(Path file) {
        return assertThatExceptionOfType(UnusableKey.class)
                .isThrownBy(() -> new KeyRing(List.of(new KeyPlace("s1", file))))
                .actual()
                .what();
    }

    private static byte[] made(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair().getPrivate().getEncoded();
    }

    private static String pem(String label, byte[] key) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(
                        label,
                        Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(key),
                        label);
    }
}
