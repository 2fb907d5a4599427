package com.newgroktimes.digest.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.springframework.util.FileSystemUtils;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The server's programs, unpacked into the data directory once a release. Their launcher in the library they come with is not
 * used: it switches fsync off, trusts every local user, adopts whatever answers on its port, and dies of Ctrl-C before us.
 */
record Programs(Path home, List<String> wrapper) {

    static Programs unpackedIn(Path directory) throws IOException {
        PostgresArchive archive = PostgresArchive.forThisPlatform();
        Path home = directory.resolve(archive.name());
        if (Files.notExists(home)) {
            // Whole or not at all, since a kill may come at any moment.
            Path draft = directory.resolve(archive.name() + ".part");
            FileSystemUtils.deleteRecursively(draft);
            archive.unpackInto(draft);
            Files.move(draft, home);
        }
        return new Programs(home, Superuser.wrapper());
    }

    /** What the program printed. Throws with all of that if it did not end well. */
    String run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        return output(program, command);
    }

    int majorVersion() throws IOException {
        return Integer.parseInt(run("postgres", "--version").replaceFirst("(?s)^\\D*(\\d+).*$", "$1"));
    }

    static String output(String program, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // An administrator's own PGPORT, PGDATA or PGOPTIONS would reach this server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        int exit = process.onExit().join().exitValue();
        if (exit != 0) {
            throw new IOException("%s ended with %d: %s".formatted(program, exit, output));
        }
        return output;
    }
}
