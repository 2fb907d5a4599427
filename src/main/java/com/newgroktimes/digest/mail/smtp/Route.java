package com.newgroktimes.digest.mail.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;

import org.jspecify.annotations.Nullable;

/**
 * Where a relay is, and how to come in.
 *
 * @param protocol   {@code smtp}, or {@code smtps} for TLS from the first byte
 * @param port       -1 for the protocol's own
 * @param hello      the name by which we greet it: resolvable, never {@code localhost} (RFC 5321 §4.1.4)
 * @param properties of the mail library
 */
public record Route(
        String protocol,
        String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        String hello,
        Properties properties,
        SSLSocketFactory tls) {

    /** A relay on this machine, in plain text. */
    public static Route onLoopback(int port, String hello) {
        return new Route("smtp", "127.0.0.1", port, null, null, hello, new Properties(), (SSLSocketFactory)
                SSLSocketFactory.getDefault());
    }

    boolean hasAccount() {
        return username != null && password != null;
    }

    /** Relays repeat what they did not understand, and that may be how we signed in. */
    String withoutSecrets(String text) {
        if (username == null || password == null) {
            return text;
        }
        return Stream.of(
                        password,
                        base64(password),
                        base64(username),
                        base64(username + "\0" + username + "\0" + password),
                        base64("\0" + username + "\0" + password),
                        base64("user=" + username + "\1auth=Bearer " + password + "\1\1"))
                .filter(secret -> !secret.isEmpty())
                .reduce(text, (said, secret) -> said.replace(secret, "…"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return port < 0 ? host : host + ":" + port;
    }
}
