package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What a service that is a process of its own is told. */
public final class ProcessSettings {

    public static final String API_TOKEN = "a-token-for-tests-that-is-long-enough";

    private final Map<String, Object> settings = new HashMap<>();

    /** With its own PostgreSQL in the data directory, unless told otherwise. */
    public ProcessSettings(int port, int relayPort, Path data) {
        settings.putAll(Map.of(
                "server.port", port,
                "spring.mail.host", "127.0.0.1",
                "spring.mail.port", relayPort,
                "digest.base-url", "https://digest.example.org",
                "digest.publication.postal-address", "1 Example Street, 00000 Sampletown",
                "digest.mail.from", "digest@newgroktimes.example",
                "digest.mail.reply-to", "editors@newgroktimes.example",
                "digest.mail.list-id", "digest.newgroktimes.example",
                "digest.operator.api-token", API_TOKEN,
                "digest.data-directory", data));
        with("digest.delivery.holding", "0s").with("digest.delivery.mx-lookups", false);
    }

    public ProcessSettings onDatabase(String url) {
        return with("spring.datasource.url", url).with("spring.datasource.username", "postgres");
    }

    public ProcessSettings with(String name, Object value) {
        settings.put(name, value);
        return this;
    }

    public Map<String, Object> all() {
        return settings;
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
