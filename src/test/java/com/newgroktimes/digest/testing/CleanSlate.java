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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.util.FileSystemUtils;

import static com.newgroktimes.digest.testing.Eventually.eventually;

/** Before each test: nothing in the database, no mail, no stories, and the clock where it starts. */
final class CleanSlate implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        var service = SpringExtension.getApplicationContext(test);
        TasksInHand.awaitNone(service.getBean(JdbcClient.class));
        service.getBean(SettableClock.class).reset();
        awaitTheEndOfJobs(service.getBean(JdbcClient.class));
        emptyTables(service.getBean(JdbcClient.class));
        emptyFolder(ServiceUnderTest.STORIES);
        MailServer.empty();
    }

    /** An edition says SENT a moment before its job has written its own last rows. */
    private static void awaitTheEndOfJobs(JdbcClient database) {
        eventually(
                "no job is running any more",
                () -> database.sql("select count(*) from batch_job_execution where end_time is null")
                        .query(Long.class)
                        .single()
                        .equals(0L));
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
        database.sql("truncate " + all + " restart identity").update();
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
