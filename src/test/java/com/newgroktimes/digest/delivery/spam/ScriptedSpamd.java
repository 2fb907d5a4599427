package com.newgroktimes.digest.delivery.spam;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Gives each who asks the same answer, or none, and keeps what the last one asked. */
final class ScriptedSpamd implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private volatile String asked = "";

    /** @param answer empty to say nothing, for as long as anybody waits */
    ScriptedSpamd(String answer) throws IOException {
        thread.execute(() -> {
            while (!door.isClosed()) {
                serve(answer);
            }
        });
    }

    private void serve(String answer) {
        try (Socket line = door.accept()) {
            asked = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (answer.isEmpty()) {
                door.accept().close();
            }
            line.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // whoever asked has hung up, or the test is over
        }
    }

    SpamdAddress address() {
        return new SpamdAddress("localhost", door.getLocalPort());
    }

    String asked() {
        return asked;
    }

    @Override
    public void close() throws IOException {
        door.close();
        thread.shutdownNow();
    }
}
