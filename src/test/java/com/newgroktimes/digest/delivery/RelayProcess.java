package com.newgroktimes.digest.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.StrictDkim;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A relay as a process of its own, which can be killed. It logs whom each message was for before it answers for it, and by which keys
 * of a domain it was signed, if it is told of one.
 */
final class RelayProcess implements AutoCloseable {

    private final int port = ProcessSettings.freePort();
    private final Path log;
    private final Path records;
    private @Nullable Process process;

    RelayProcess(Path log) throws IOException {
        this(log, Map.of());
    }

    /** @param records what the DNS has of the domain that signs: name and text */
    RelayProcess(Path log, Map<String, String> records) throws IOException {
        this.log = Files.createFile(log);
        this.records = Files.write(
                log.resolveSibling(log.getFileName() + ".dns"),
                records.entrySet().stream()
                        .map(record -> record.getKey() + "=" + record.getValue())
                        .toList());
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
                log.toString(),
                records.toString());
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
        return logged(line -> line.substring(0, line.indexOf(' ')));
    }

    /** The selectors of the signatures that hold, message by message: {@code [s1]}. */
    List<String> signatures() {
        return logged(line -> line.substring(line.indexOf(' ') + 1));
    }

    private List<String> logged(UnaryOperator<String> part) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.endsWith("]")).map(part).toList();
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

    /** Port, log and records. Every thirtieth recipient is put off. */
    @SuppressWarnings("resource") // the process is the sink
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path log = Path.of(arguments[1]);
        Map<String, String> records = Files.readAllLines(Path.of(arguments[2])).stream()
                .map(record -> record.split("=", 2))
                .collect(Collectors.toMap(record -> record[0], record -> record[1]));
        MailSink sink = new MailSink(
                Integer.parseInt(arguments[0]),
                (recipient, message) ->
                        write(log, recipient + " " + StrictDkim.verified(message.getBytes(ISO_8859_1), records)));
        AtomicInteger asked = new AtomicInteger();
        sink.answersToRecipients(who -> asked.incrementAndGet() % 30 == 0 ? "450 4.2.1 Later, please" : "250 2.1.5 Ok");
        new CountDownLatch(1).await();
    }

    private static void write(Path log, String line) {
        try {
            Files.writeString(log, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
