package com.newgroktimes.digest.delivery;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.ServiceProcess;
import com.newgroktimes.digest.testing.TestDatabase;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** Two service processes on one database. */
class TwoNodesTest {

    private static final int READERS = 600;

    private final String url = TestDatabase.freshUrl();
    private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    private final MailSink relay = new MailSink();
    private final int firstPort = ProcessSettings.freePort();
    private final int secondPort = ProcessSettings.freePort();

    @TempDir
    private Path directory;

    @AfterEach
    void close() throws Exception {
        relay.close();
    }

    @Test
    void bothAreToldToResumeAndOneSends() throws Exception {
        try (ServiceProcess one = ServiceProcess.start(settings("one", firstPort));
                ServiceProcess other = ServiceProcess.start(settings("other", secondPort))) {
            Operator ana = new Operator(firstPort);
            Operator ben = new Operator(secondPort);
            hasReaders();
            relay.fallsSilentAfter(READERS / 2);
            ana.sendsAnEditionTo(READERS);
            eventually("a part of the edition is out", () -> relay.recipients().size() > 50);

            assertThat(ben.does("pause").statusCode()).isEqualTo(202);
            relay.answersAgain();
            eventually("it stands still", () -> state().equals("PAUSED"));
            assertThat(relay.recipients()).hasSizeLessThan(READERS);
            int[] answers = {ana.does("resume").statusCode(), ben.does("resume").statusCode()};

            assertThat(answers).containsExactlyInAnyOrder(202, 409);
            eventually("the edition has ended", () -> state().equals("SENT"));
            assertThat(relay.recipients()).hasSize(READERS).doesNotHaveDuplicates();
            assertThat(attempts()).isEqualTo(2);
        }
    }

    @Test
    void whenTheOneThatSendsDiesTheOtherGoesOn() throws Exception {
        try (ServiceProcess one = ServiceProcess.start(settings("one", firstPort))) {
            hasReaders();
            relay.fallsSilentAfter(READERS / 2);
            new Operator(firstPort).sendsAnEditionTo(READERS);
            eventually("a part of the edition is out", () -> relay.recipients().size() > 50);
            try (ServiceProcess other = ServiceProcess.start(settings("other", secondPort))) {
                one.kill();
                relay.answersAgain();
                eventually("the edition has ended", () -> state().startsWith("SENT"));
            }
        }
        assertThat(relay.recipients()).doesNotHaveDuplicates();
        assertThat(count(DeliveryState.ACCEPTED) + count(DeliveryState.UNKNOWN)).isEqualTo(READERS);
    }

    private void hasReaders() {
        database.sql("""
                        insert into subscriber (address, state, source, signed_up_at, confirmed_at)
                        select 'reader' || n || '@example.org', 'CONFIRMED', 'test', now(), now()
                          from generate_series(1, :readers) n
                        """).param("readers", READERS).update();
    }

    private String state() {
        return database.sql("select state from edition").query(String.class).single();
    }

    private int attempts() {
        return database.sql("select attempt from run").query(Integer.class).single();
    }

    private long count(DeliveryState state) {
        return database.sql("select count(*) from delivery where state = :state")
                .param("state", state.ordinal())
                .query(Long.class)
                .single();
    }

    private Map<String, Object> settings(String name, int port) {
        return new ProcessSettings(port, relay.port(), directory.resolve(name))
                .onDatabase(url)
                .with("digest.secret-file", directory.resolve("secrets"))
                .with("digest.delivery.per-minute", 6_000)
                .all();
    }
}
