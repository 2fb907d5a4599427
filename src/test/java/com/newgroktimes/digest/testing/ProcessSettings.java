package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** What a service that is a process of its own is told. */
public final class ProcessSettings {

    public static final String API_TOKEN = "a-token-for-tests-that-is-long-enough";

    private static final int FIRST_PORT = 20_000;
    private static final int END_OF_PORTS = 32_768;

    /** Tests in several JVMs at once have each their own: a port is free, too, while whoever listens at it is away. */
    private static final int SHARES = 4;

    private static final int SHARE = (END_OF_PORTS - FIRST_PORT) / SHARES;
    private static final int FIRST_OF_OURS = FIRST_PORT + SHARE * (Integer.getInteger("tests.fork", 0) % SHARES);

    /** Whoever was given one may not listen yet. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

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

    /**
     * One that nobody listens at. No connection is given it either (Linux gives them those from 32768 on), so that whoever goes away from it
     * for a while finds it free again.
     */
    public static int freePort() {
        int port = ThreadLocalRandom.current().nextInt(FIRST_OF_OURS, FIRST_OF_OURS + SHARE);
        return GIVEN.add(port) && isFree(port) ? port : freePort();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
