package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.newgroktimes.digest.stories.StorySettings.FeedSource;

/** A site that says over its sockets whatever it likes. */
final class RawSite implements AutoCloseable {

    /** What is said to whoever has asked. */
    interface Talk {
        void to(Socket line) throws IOException;
    }

    final AtomicInteger asked = new AtomicInteger();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket socket;
    private final Thread door;
    private final String scheme;

    RawSite(Talk talk) throws IOException {
        this("http", new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), talk);
    }

    RawSite(String scheme, ServerSocket socket, Talk talk) {
        this.scheme = scheme;
        this.socket = socket;
        door = new Thread(() -> serve(talk), "raw-site");
        door.setDaemon(true);
        door.start();
    }

    /** Says this, and hangs up. */
    static Talk saying(String words) {
        return line -> write(line, words);
    }

    static void write(Socket line, String words) throws IOException {
        line.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
        line.getOutputStream().flush();
    }

    /** This again and again, for as long as anybody listens. */
    static void endlessly(Duration pause, Socket line, byte[] more) throws IOException {
        OutputStream out = line.getOutputStream();
        while (!Thread.currentThread().isInterrupted()) {
            out.write(more);
            out.flush();
            sleep(pause);
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    FeedSource feed(String host) {
        return new FeedSource(FeedAddress.valueOf(at(host)), "News", Duration.ofMinutes(15), null, false);
    }

    String at(String host) {
        return "%s://%s:%d/feed".formatted(scheme, host, socket.getLocalPort());
    }

    private void serve(Talk talk) {
        while (!socket.isClosed()) {
            try {
                Socket line = socket.accept();
                threads.execute(() -> answer(line, talk));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket line, Talk talk) {
        try (line) {
            byte[] request = new byte[8192];
            if (line.getInputStream().read(request) > 0) {
                asked.incrementAndGet();
                talk.to(line);
            }
        } catch (IOException gone) {
            // whoever listened has heard enough
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        try {
            door.join(); // whoever calls is not refused before
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
