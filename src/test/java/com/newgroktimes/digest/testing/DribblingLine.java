package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stands between a client and a server, and from some moment on hands over what the server says byte by byte, with a pause before each. */
public final class DribblingLine implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final int server;
    private final Duration pause;
    private volatile boolean dribbles;

    public DribblingLine(int server, Duration pause) throws IOException {
        this.server = server;
        this.pause = pause;
        inBackground(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public void dribbles() {
        dribbles = true;
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void inBackground(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // one of the two hung up
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "dribbling-line");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = socket.accept();
            var there = new Socket(InetAddress.getLoopbackAddress(), server);
            client.setTcpNoDelay(true);
            inBackground(() -> handOver(client, there, false));
            inBackground(() -> handOver(there, client, true));
        }
    }

    private void handOver(Socket from, Socket to, boolean slowly) throws IOException, InterruptedException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                for (int at = 0; at < count && slowly && dribbles; at++) {
                    if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                    out.write(bytes, at, 1);
                }
                if (!slowly || !dribbles) {
                    out.write(bytes, 0, count);
                }
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
