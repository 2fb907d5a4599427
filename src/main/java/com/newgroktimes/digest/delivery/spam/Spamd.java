package com.newgroktimes.digest.delivery.spam;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** SpamAssassin's {@code spamd}, asked by its own protocol (SPAMC 1.5), within bounds of time and size. */
final class Spamd {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int MOST_BYTES = 65_536;

    private final SpamdAddress address;
    private final Executor afterAll;

    /** @param patience for all of an answer: tests that ask the network take their time */
    Spamd(SpamdAddress address, Duration patience) {
        this.address = address;
        this.afterAll = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * @throws ProtocolException where what came is no verdict
     * @throws IOException       where nothing came, or not in time
     */
    SpamVerdict judge(byte[] message) throws IOException {
        try (var line = new Socket()) {
            // A socket bounds the wait for the next byte alone, and that for sending not at all.
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> close(line), afterAll);
            try {
                line.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MILLIS);
                ask(line.getOutputStream(), message);
                line.shutdownOutput();
                return SpamVerdict.read(answer(line));
            } finally {
                end.cancel(false);
            }
        }
    }

    private static void ask(OutputStream out, byte[] message) throws IOException {
        out.write("SYMBOLS SPAMC/1.5\r\nContent-length: %d\r\n\r\n"
                .formatted(message.length)
                .getBytes(StandardCharsets.US_ASCII));
        out.write(message);
        out.flush();
    }

    private static String answer(Socket line) throws IOException {
        byte[] bytes = line.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ProtocolException("SpamAssassin's answer has more than %,d bytes.".formatted(MOST_BYTES));
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static void close(Socket line) {
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
