package com.newgroktimes.digest.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

import com.newgroktimes.digest.platform.DataDirectory;
import com.newgroktimes.digest.platform.StartRefused;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** With real servers and real kills. */
class EmbeddedDatabaseTest {

    private static final Path TEMPORARY = Path.of("target", "embedded-database").toAbsolutePath();
    private static final Path PREPARED = TEMPORARY.resolve("prepared");

    private static Path programs;

    private Path temporary;
    private Path ours;

    /** Unpacking and initialising take seconds: once is enough, and the tests work on copies. */
    @BeforeAll
    static void prepareOnce() throws IOException {
        FileSystemUtils.deleteRecursively(TEMPORARY);
        Files.createDirectories(PREPARED);
        programs = Programs.unpackedIn(PREPARED).home();
        open(PREPARED).close();
    }

    @BeforeEach
    void copyPrepared() throws IOException {
        temporary = Files.createTempDirectory(TEMPORARY, "test");
        ours = directory("ours");
    }

    @AfterEach
    void leaveNoServerBehind() throws IOException {
        for (String name : new String[] {"ours", "theirs"}) {
            if (Files.exists(temporary.resolve(name))) {
                cluster(temporary.resolve(name)).stop();
            }
        }
    }

    @Test
    void whatIsCommittedIsOnTheDisk() throws IOException {
        try (EmbeddedDatabase database = open(ours)) {
            assertThat(shown(database, "fsync")).isEqualTo("on");
            assertThat(shown(database, "synchronous_commit")).isEqualTo("on");
            assertThat(shown(database, "full_page_writes")).isEqualTo("on");
            assertThat(shown(database, "max_connections")).isEqualTo("60");
        }
    }

    @Test
    void noValueOfARowStandsInItsLogOrInFilesThatAreUsedAgain() throws IOException {
        try (EmbeddedDatabase database = open(ours)) {
            assertThat(shown(database, "wal_recycle")).isEqualTo("off");
            assertThat(shown(database, "log_error_verbosity")).isEqualTo("terse");
            assertThat(shown(database, "log_min_error_statement")).isEqualTo("panic");
        }
    }

    @Test
    void onlyThisMachineAndOnlyWithThePasswordComesIn() throws IOException {
        try (EmbeddedDatabase database = open(ours)) {
            assertThat(shown(database, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(shown(database, "unix_socket_directories")).isEmpty();
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", "guess"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            assertThat(Files.readString(database.server().cluster().directory().resolve("pg_hba.conf"))
                            .lines()
                            .filter(line -> !line.startsWith("#") && line.contains("trust")))
                    .isEmpty();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ours.resolve("database-password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aSecondStartFindsTheData() throws IOException {
        try (EmbeddedDatabase database = open(ours)) {
            write(database, "kept");
        }
        assertThat(cluster(ours).running()).isEmpty();
        try (EmbeddedDatabase database = open(ours)) {
            assertThat(read(database)).isEqualTo("kept");
        }
    }

    @Test
    void aDirectoryInUseIsRefused() throws IOException {
        try (EmbeddedDatabase database = open(ours)) {
            assertThatThrownBy(() -> open(ours))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContainingAll("in use", ours.toString());
            assertThat(shown(database, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void twoSideBySideDoNotMeet() throws IOException {
        try (EmbeddedDatabase first = open(ours);
                EmbeddedDatabase second = open(directory("theirs"))) {
            write(first, "first");
            write(second, "second");

            assertThat(first.port()).isNotEqualTo(second.port());
            assertThat(read(first)).isEqualTo("first");
            assertThat(read(second)).isEqualTo("second");
        }
    }

    @Test
    void aServerThatIsKilledComesBackOnItsPortWithTheData() throws IOException {
        try (EmbeddedDatabase database = open(ours)) {
            write(database, "kept");
            kill(postmaster(ours));

            eventually("the server is back", () -> answers(database));
            assertThat(read(database)).isEqualTo("kept");
        }
    }

    @Test
    void theServerOfAKilledServiceIsTakenOver() throws IOException, InterruptedException {
        Process service = ServiceThatIsKilled.start(ours);
        service.destroyForcibly().waitFor();
        long orphan = postmaster(ours);

        try (EmbeddedDatabase database = open(ours)) {
            assertThat(postmaster(ours)).isEqualTo(orphan);
            write(database, "by its new owner");
        }
        assertThat(cluster(ours).running()).isEmpty();
    }

    @Test
    void aServiceKilledTogetherWithItsServerStartsAgain() throws IOException, InterruptedException {
        Process service = ServiceThatIsKilled.start(ours);
        kill(postmaster(ours));
        service.destroyForcibly().waitFor();

        try (EmbeddedDatabase database = open(ours)) {
            assertThat(shown(database, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void aServiceKilledWhileItUnpacksOrInitialisesStartsAgain() throws IOException {
        FileSystemUtils.deleteRecursively(ours.resolve("pg"));
        Files.createDirectories(ours.resolve("pg.part/base"));
        Files.delete(ours.resolve(programs.getFileName()));
        Files.createDirectories(ours.resolve(programs.getFileName() + ".part/bin"));

        try (EmbeddedDatabase database = open(ours)) {
            assertThat(shown(database, "fsync")).isEqualTo("on");
        }
        assertThat(ours.resolve("pg.part")).doesNotExist();
    }

    @Test
    void aStaleNumberThatAStrangerHasNowDoesNotStopUs() throws IOException {
        try (EmbeddedDatabase database = open(ours)) {
            write(database, "kept");
        }
        pretend(ours, ProcessHandle.current().pid(), 5432);

        try (EmbeddedDatabase database = open(ours)) {
            assertThat(read(database)).isEqualTo("kept");
        }
    }

    @Test
    void theServerOfAnotherDirectoryIsNotTakenForOurs() throws IOException {
        Path other = directory("theirs");
        try (EmbeddedDatabase theirs = open(other)) {
            pretend(ours, postmaster(other), theirs.port());

            assertThatThrownBy(() -> open(ours))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContainingAll(other.toString(), ours.toString());
        }
        Files.delete(PostmasterFile.in(ours.resolve("pg")));
    }

    @Test
    void aDatabaseOfAnotherMajorVersionIsRefused() throws IOException {
        Files.writeString(ours.resolve("pg/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> open(ours))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("PostgreSQL 17", "PostgreSQL 18", ours.toString());
    }

    @Test
    void aServerThatDoesNotStartSaysWhy() throws IOException {
        Files.writeString(ours.resolve("pg/postgresql.conf"), "shared_buffers = 'a lot'");

        assertThatThrownBy(() -> open(ours))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("a lot", ours.toString());
    }

    private Path directory(String name) throws IOException {
        Path directory = Files.createDirectory(temporary.resolve(name));
        Files.createSymbolicLink(directory.resolve(programs.getFileName()), programs);
        Files.copy(PREPARED.resolve("database-password"), directory.resolve("database-password"), COPY_ATTRIBUTES);
        Path pg = directory.resolve("pg");
        FileSystemUtils.copyRecursively(PREPARED.resolve("pg"), pg);
        Files.setPosixFilePermissions(pg, PosixFilePermissions.fromString("rwx------"));
        return directory;
    }

    private static EmbeddedDatabase open(Path directory) {
        return EmbeddedDatabase.open(new DataDirectory(directory));
    }

    private static Cluster cluster(Path directory) throws IOException {
        return new Cluster(Programs.unpackedIn(directory), directory.resolve("pg"));
    }

    private static long postmaster(Path directory) throws IOException {
        return cluster(directory).running().orElseThrow().pid();
    }

    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    private static void pretend(Path directory, long pid, int port) throws IOException {
        Files.writeString(
                PostmasterFile.in(directory.resolve("pg")),
                "%d\n%s\n1\n%d\n\n127.0.0.1\n".formatted(pid, directory.resolve("pg"), port));
    }

    private static JdbcClient client(EmbeddedDatabase database) {
        return JdbcClient.create(new DriverManagerDataSource(
                database.url(), database.login().user(), database.login().password()));
    }

    private static String shown(EmbeddedDatabase database, String setting) {
        return client(database).sql("show " + setting).query(String.class).single();
    }

    private static void write(EmbeddedDatabase database, String text) {
        client(database)
                .sql("create table note as select '" + text + "'::text as it")
                .update();
    }

    private static String read(EmbeddedDatabase database) {
        return client(database).sql("select it from note").query(String.class).single();
    }

    private static boolean answers(EmbeddedDatabase database) {
        try {
            return shown(database, "fsync").equals("on");
        } catch (DataAccessException e) {
            return false;
        }
    }
}
