package com.newgroktimes.digest.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import com.newgroktimes.digest.platform.DataDirectory;

/** A process of its own that opens a database, says so, and runs until it is killed. */
final class ServiceThatIsKilled {

    private ServiceThatIsKilled() {}

    public static void main(String... arguments) throws InterruptedException {
        EmbeddedDatabase database = EmbeddedDatabase.open(new DataDirectory(Path.of(arguments[0])));
        System.out.println("open on " + database.port());
        Thread.currentThread().join();
    }

    /** Returns when its database is open. */
    static Process start(Path data) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServiceThatIsKilled.class.getName(),
                        data.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("open on ")) {
                return process;
            }
        }
        throw new IllegalStateException("It ended instead of opening its database");
    }
}
