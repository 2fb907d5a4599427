package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.util.FileSystemUtils;

import static com.newgroktimes.digest.testing.Eventually.eventually;

/** Before each test: nothing in the database, no mail, no stories, and the clock where it starts. */
final class CleanSlate implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        var service = SpringExtension.getApplicationContext(test);
        MailServer.takesEverything();
        TasksInHand.awaitNoneAndForgetTheOthers(service.getBean(JdbcClient.class));
        service.getBean(SettableClock.class).reset();
        awaitTheEndOfRuns(service.getBean(JdbcClient.class));
        emptyTables(service.getBean(JdbcClient.class));
        emptyFolder(ServiceUnderTest.STORIES);
        MailServer.empty();
    }

    /**
     * An edition that a test left under way would be taken up in the middle of the next one. And one says SENT a moment before its
     * run has written its last rows, and given its lock back.
     */
    private static void awaitTheEndOfRuns(JdbcClient database) {
        database.sql(
                        "update edition set state = 'STOPPED' where state not in ('DRAFT', 'READY', 'SENT', 'SENT_PROBLEMS')")
                .update();
        eventually(
                "nothing is being sent any more",
                () -> database.sql("""
                        select not exists (select 1 from batch_job_execution where end_time is null)
                           and not exists (
                               select 1 from pg_locks
                                where locktype = 'advisory'
                                  and objsubid = 2 /* of two numbers, as those of runs are */
                                  and database = (select oid from pg_database where datname = current_database()))
                        """).query(Boolean.class).single());
    }

    /** All but what the service writes once, at its start. */
    private static void emptyTables(JdbcClient database) {
        tables(database, "and c.relispartition")
                .forEach(partition -> database.sql("drop table " + partition).update());
        String all = tables(
                        database,
                        "and not c.relispartition and c.relname not in ('flyway_schema_history', 'secret_key')")
                .stream()
                .collect(Collectors.joining(", "));
        eventually("nobody stands in the way", () -> truncates(database, all));
    }

    /** False where somebody of the test before, who is about to end, holds one of them and waits for another. */
    private static boolean truncates(JdbcClient database, String tables) {
        try {
            database.sql("truncate " + tables + " restart identity").update();
            return true;
        } catch (PessimisticLockingFailureException deadlock) {
            return false;
        }
    }

    private static List<String> tables(JdbcClient database, String which) {
        return database.sql("""
                        select c.relname
                          from pg_class c
                         where c.relkind in ('r', 'p')
                           and c.relnamespace = 'public'::regnamespace
                        """ + which).query(String.class).list();
    }

    private static void emptyFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                FileSystemUtils.deleteRecursively(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
