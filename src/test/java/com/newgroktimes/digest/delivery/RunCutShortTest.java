package com.newgroktimes.digest.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

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

/** A real process, killed in the middle of a run. */
class RunCutShortTest {

    private static final int READERS = 300;
    private static final int CONNECTIONS = 8;
    private static final String SLOW = "reader" + READERS + "@example.org";

    private final int port = ProcessSettings.freePort();
    private final String url = TestDatabase.freshUrl();
    private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    private final MailSink relay = new MailSink();

    @TempDir
    private Path data;

    @AfterEach
    void close() throws IOException {
        relay.close();
    }

    @Test
    void nobodyIsMailedTwiceAndNobodyIsForgotten() throws Exception {
        relay.answersToRecipients(who -> who.equals(SLOW) ? "450 4.2.1 Later, please" : "250 2.1.5 Ok");
        try (ServiceProcess service = ServiceProcess.start(slowSettings())) {
            hasReaders();
            new Operator(port).sendsAnEditionTo(READERS);
            eventually("a part of the edition is out", () -> relay.recipients().size() > READERS / 5);
            service.kill();
        }
        assertThat(relay.recipients().size()).isLessThan(READERS - CONNECTIONS);

        try (ServiceProcess service = ServiceProcess.start(settings().all())) {
            eventually("all but one have their answer", () -> state().equals("RETRYING"));
        }
        relay.answersToRecipients(who -> "250 2.1.5 Ok");

        try (ServiceProcess service = ServiceProcess.start(
                settings().with("digest.clock-offset", "1h").all())) {
            eventually("the edition has ended", () -> state().startsWith("SENT"));
        }
        assertThat(relay.recipients()).doesNotHaveDuplicates().contains(SLOW);
        assertThat(inDoubt()).isLessThanOrEqualTo(CONNECTIONS);
        assertThat(forgotten()).isEmpty();
        assertThat(state()).isEqualTo(inDoubt() == 0 ? "SENT" : "SENT_PROBLEMS");
    }

    /** What is in hand gets its answer; the rest waits for the next start, and nobody is in doubt. */
    @Test
    void aServiceThatIsAskedToEndFinishesWhatIsInHand() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(slowSettings())) {
            hasReaders();
            new Operator(port).sendsAnEditionTo(READERS);
            eventually("a part of the edition is out", () -> relay.recipients().size() > READERS / 5);
            assertThat(service.endsWithin(Duration.ofSeconds(20))).isTrue();
        }
        int taken = relay.recipients().size();
        assertThat(taken).isLessThan(READERS);
        assertThat(number("state = 2 /* ACCEPTED */")).isEqualTo(taken);
        assertThat(number("state = 0 /* WAITING */")).isEqualTo(READERS - taken);

        try (ServiceProcess service = ServiceProcess.start(settings().all())) {
            eventually("the edition has ended", () -> state().equals("SENT"));
        }
        assertThat(relay.recipients()).hasSize(READERS).doesNotHaveDuplicates();
    }

    private long number(String where) {
        return database.sql("select count(*) from delivery where " + where)
                .query(Long.class)
                .single();
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

    private long inDoubt() {
        return database.sql("select count(*) from delivery where state = 6 /* UNKNOWN */")
                .query(Long.class)
                .single();
    }

    /** Those whom the relay has nothing for, and of whom the ledger does not say so. */
    private Iterable<String> forgotten() {
        var inDoubt = database.sql("""
                        select s.address from delivery d join subscriber s on s.id = d.subscriber where d.state = 6 /* UNKNOWN */
                        """).query(String.class).set();
        return IntStream.rangeClosed(1, READERS)
                .mapToObj(n -> "reader" + n + "@example.org")
                .filter(who -> !relay.recipients().contains(who) && !inDoubt.contains(who))
                .toList();
    }

    /** Slowly enough to be cut short. */
    private Map<String, Object> slowSettings() {
        return settings().with("digest.delivery.per-minute", 1_200).all();
    }

    private ProcessSettings settings() {
        return new ProcessSettings(port, relay.port(), data)
                .onDatabase(url)
                .with("digest.delivery.connections", CONNECTIONS);
    }
}
