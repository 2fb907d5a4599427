package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for a server, and the trust in it. */
public final class Certificate {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore keys;

    private Certificate(KeyStore keys) {
        this.keys = keys;
    }

    /** @param subject as in {@code ip:127.0.0.1} or {@code dns:relay.example} */
    public static Certificate of(String subject) throws IOException, InterruptedException, GeneralSecurityException {
        return made(subject, "-1d", 30);
    }

    public static Certificate expired(String subject)
            throws IOException, InterruptedException, GeneralSecurityException {
        return made(subject, "-10d", 5);
    }

    // Signed by another, for whoever trusts a certificate itself does not look at its dates.
    private static Certificate made(String subject, String from, int days)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("certificate");
        Path store = folder.resolve("server.p12");
        keytool(store, "-alias", "authority", "-dname", "CN=Authority", "-ext", "bc:c");
        String validity = Integer.toString(days);
        keytool(
                store,
                "-alias",
                "server",
                "-dname",
                "CN=Relay",
                "-ext",
                "san=" + subject,
                "-startdate",
                from,
                "-validity",
                validity,
                "-signer",
                "authority");
        try (InputStream made = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(made, PASSWORD);
            keys.setCertificateEntry("trusted", keys.getCertificate("authority"));
            keys.deleteEntry("authority");
            return new Certificate(keys);
        } finally {
            Files.delete(store);
            Files.delete(folder);
        }
    }

    private static void keytool(Path store, String... options) throws IOException, InterruptedException {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ArrayList<>(List.of(program, "-genkeypair", "-keyalg", "EC"));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", "changeit"));
        command.addAll(List.of(options));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool made no certificate.");
        }
    }

    public SSLContext server() throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** For clients that trust this one, as far as its name and its time allow. */
    public SSLSocketFactory trusted() throws IOException, GeneralSecurityException {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("authority", keys.getCertificate("trusted"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    /** Whom clients have to trust, in PEM. */
    public String pem() throws GeneralSecurityException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(keys.getCertificate("trusted").getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }
}
