package com.newgroktimes.digest.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import static com.newgroktimes.digest.testing.Eventually.eventually;

/** A relay as a process of its own, which can be killed. It logs whom each message was for before it answers for it. */
final class RelayProcess implements AutoCloseable {

    private final int port;
    private final Path log;
    private @Nullable Process process;

    RelayProcess(Path log) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        this.log = Files.createFile(log);
        start();
    }

    void start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RelayProcess.class.getName(),
                Integer.toString(port),
                log.toString());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        eventually("the relay answers", this::answers);
    }

    private boolean answers() {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return line.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** Everyone a message was taken for, in order; twice who got two. */
    List<String> recipients() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9} does it. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** Port and log. Every thirtieth recipient is put off. */
    @SuppressWarnings("resource") // the process is the sink
    public static void main(String[] arguments) throws InterruptedException {
        Path log = Path.of(arguments[1]);
        MailSink sink = new MailSink(Integer.parseInt(arguments[0]), recipient -> write(log, recipient));
        AtomicInteger asked = new AtomicInteger();
        sink.answersToRecipients(who -> asked.incrementAndGet() % 30 == 0 ? "450 4.2.1 Later, please" : "250 2.1.5 Ok");
        new CountDownLatch(1).await();
    }

    private static void write(Path log, String recipient) {
        try {
            Files.writeString(log, recipient + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
