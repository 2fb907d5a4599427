package com.newgroktimes.digest.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

import com.newgroktimes.digest.platform.StartRefused;

/** One directory of PostgreSQL's and the server on it, which may outlive the process that started it. */
final class Cluster {

    /**
     * Durable, for this machine alone, and with a log that never grows beyond a week, in which no value of a row stands. Files of the
     * write-ahead log are not used again, since the old ones' bytes would stay in them.
     */
    private static final String OPTIONS = String.join(
            " -c ",
            "-c fsync=on",
            "synchronous_commit=on",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "logging_collector=on",
            "log_directory=log",
            "log_filename=postgres-%a.log",
            "log_truncate_on_rotation=on",
            "log_rotation_age=1d",
            "log_rotation_size=0",
            "log_checkpoints=off",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic",
            "wal_recycle=off",
            "port=");

    private final Programs programs;
    private final Path directory;

    Cluster(Programs programs, Path directory) {
        this.programs = programs;
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /** Makes the directory where there is none; one that PostgreSQL of another major version made is refused. */
    void prepare(Login login, Path passwordFile) throws IOException {
        Path version = directory.resolve("PG_VERSION");
        if (Files.exists(version)) {
            compareVersions(Files.readString(version).strip());
        } else {
            make(login, passwordFile);
        }
    }

    private void compareVersions(String made) throws IOException {
        String ours = String.valueOf(programs.majorVersion());
        if (!made.equals(ours)) {
            throw new StartRefused(
                    "The database in %s was made by PostgreSQL %s, and this release brings PostgreSQL %s."
                            .formatted(directory, made, ours),
                    ("Run the release that it was last used with, or start PostgreSQL %s on that directory yourself and name"
                                    + " it in spring.datasource.url; pg_upgrade of PostgreSQL %s brings it up to date.")
                            .formatted(made, ours));
        }
    }

    /** Aside first, then in place: a kill in between leaves nothing that looks made. */
    private void make(Login login, Path passwordFile) throws IOException {
        Path draft = directory.resolveSibling(directory.getFileName() + ".part");
        FileSystemUtils.deleteRecursively(draft);
        programs.run(
                "initdb",
                "--pgdata=" + draft,
                "--username=" + login.user(),
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.move(draft, directory);
    }

    /** Our own server, if it lives: started by us, or left over by a process of ours that was killed. */
    Optional<PostmasterFile> running() {
        return PostmasterFile.read(directory).filter(PostmasterFile::isAlive);
    }

    /** Returns when the server takes connections. */
    void start(int port) throws IOException {
        // Its number may be taken by now, by a stranger or a dead process: PostgreSQL would wait for it.
        Files.deleteIfExists(PostmasterFile.in(directory));
        Path log = directory.resolve("start.log");
        Files.deleteIfExists(log);
        try {
            programs.run(
                    "pg_ctl",
                    "start",
                    "--wait",
                    "--timeout=120",
                    "--pgdata=" + directory,
                    "--log=" + log,
                    "--options=" + OPTIONS + port);
        } catch (IOException e) {
            throw new IOException(String.join("\n", e.getMessage(), lastLines(log), lastLines(newestLog())), e);
        }
    }

    /** Ends what is going on and returns when the server is gone. */
    void stop() throws IOException {
        if (running().isPresent()) {
            programs.run("pg_ctl", "stop", "--wait", "--timeout=60", "--mode=fast", "--pgdata=" + directory);
        }
    }

    /** Where the server goes on with its log once it has begun to: a disk that is full, say, is told there alone. */
    private Path newestLog() throws IOException {
        Path logs = directory.resolve("log");
        if (!Files.isDirectory(logs)) {
            return logs;
        }
        try (Stream<Path> files = Files.list(logs)) {
            return files.max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElse(logs);
        }
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.isRegularFile(log) ? Files.readAllLines(log) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }
}
