package com.newgroktimes.digest.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.newgroktimes.digest.DigestApplication;

/** The service as a process of its own, which can be killed. */
public final class ServiceProcess implements AutoCloseable {

    private final Process process;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();

    private ServiceProcess(Process process, List<String> begun) {
        this.process = process;
        output.addAll(begun);
    }

    /** Returns when it has started. */
    public static ServiceProcess start(Map<String, Object> settings) throws IOException {
        Process process =
                new ProcessBuilder(command(settings)).redirectErrorStream(true).start();
        BufferedReader output = process.inputReader();
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.contains("Started " + DigestApplication.class.getSimpleName())) {
                ServiceProcess service = new ServiceProcess(process, lines);
                service.readOn(output);
                return service;
            }
        }
        throw new AssertionError("The service did not start:\n" + String.join("\n", lines));
    }

    /** As {@code kill -9} does it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As service managers ask it to end (SIGTERM). False where it has not ended by then. */
    public boolean endsWithin(Duration time) throws InterruptedException {
        process.destroy();
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What it has said so far: its log. */
    public String output() {
        return String.join("\n", output);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private static List<String> command(Map<String, Object> settings) {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                withoutTestClasses(System.getProperty("java.class.path")),
                DigestApplication.class.getName());
        Stream<String> arguments =
                settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
        return Stream.concat(java, arguments).toList();
    }

    /** Spring would find the beans that are there for tests. */
    private static String withoutTestClasses(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A process whose output nobody reads stops when the pipe is full. */
    private void readOn(BufferedReader said) {
        Thread reader = new Thread(() -> drain(said), "output of the service");
        reader.setDaemon(true);
        reader.start();
    }

    private void drain(BufferedReader said) {
        try (said) {
            said.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            // it was killed
        }
    }
}
