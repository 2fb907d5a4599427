package com.newgroktimes.digest.delivery;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.ServiceProcess;
import com.newgroktimes.digest.testing.TestDatabase;
import com.newgroktimes.digest.testing.Wire;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** The line between service and database breaks in the middle of a run, or the database lets us in no more. */
class DatabaseOutOfReachTest {

    private static final int READERS = 400;
    private static final int CONNECTIONS = 8;

    /** Longer where somebody has the time. */
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("outage.seconds", 0));

    private final String url = TestDatabase.freshUrl();
    private final URI server = URI.create(url.substring("jdbc:".length()));
    private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    private final MailSink relay = new MailSink();
    private final Wire wire = new Wire(server.getPort());
    private final int port = ProcessSettings.freePort();

    @TempDir
    private Path data;

    @AfterEach
    void close() throws Exception {
        relay.answersAgain();
        relay.close();
        wire.close();
    }

    @Test
    void whatTheRelayTookMeanwhileIsSettledAfterwards() throws Exception {
        String throughTheWire = url.replace(":" + server.getPort() + "/", ":" + wire.port() + "/");
        var settings = new ProcessSettings(port, relay.port(), data)
                .onDatabase(throughTheWire)
                .with("digest.delivery.connections", CONNECTIONS)
                .with("digest.delivery.per-minute", 6_000);
        try (ServiceProcess service = ServiceProcess.start(settings.all())) {
            hasReaders();
            relay.fallsSilentAfter(20);
            new Operator(port).sendsAnEditionTo(READERS);
            eventually("a part of the edition is out", () -> relay.recipients().size() > 20);
            eventually("each connection waits for its answer", () -> inHand() == CONNECTIONS);

            wire.breaks();
            relay.answersAgain();
            eventually("the database has noticed", () -> sessions() == 0);
            Thread.sleep(OUTAGE.toMillis());
            wire.isMended();

            eventually("the edition has ended", () -> state().startsWith("SENT"));
        }
        assertThat(state()).isEqualTo("SENT");
        assertThat(relay.recipients()).hasSize(READERS).doesNotHaveDuplicates();
    }

    @Test
    void whatTheRelayTookIsSettledOnceADatabaseThatRefusesUsLetsUsInAgain() throws Exception {
        database.sql("create role sender superuser login").update();
        var settings = new ProcessSettings(port, relay.port(), data)
                .onDatabase(url)
                .with("spring.datasource.username", "sender")
                .with("digest.delivery.connections", CONNECTIONS)
                .with("digest.delivery.per-minute", 6_000);
        try (ServiceProcess service = ServiceProcess.start(settings.all())) {
            hasReaders();
            relay.fallsSilentAfter(20);
            new Operator(port).sendsAnEditionTo(READERS);
            eventually("a part of the edition is out", () -> relay.recipients().size() > 20);
            eventually("each connection waits for its answer", () -> inHand() == CONNECTIONS);

            database.sql("alter role sender nologin").update();
            eventually("nobody of that name is in", this::hasThrownOutTheSender);
            relay.answersAgain();
            Thread.sleep(2_000); // it is refused again and again meanwhile
            database.sql("alter role sender login").update();

            eventually("all that was in hand is settled", () -> inHand() == 0);
            assertThat(unknown()).isZero();
        }
    }

    /** Nobody can tell whether it is to pause, so nothing goes out; and all lines go on once it is known that it is not. */
    @Test
    void aRunWhoseStateCannotBeReadForAWhileGoesOnAfterwards() throws Exception {
        var settings = new ProcessSettings(port, relay.port(), data)
                .onDatabase(url)
                .with("digest.delivery.connections", CONNECTIONS)
                .with("digest.delivery.per-minute", 2_400);
        try (ServiceProcess service = ServiceProcess.start(settings.all())) {
            hasReaders();
            new Operator(port).sendsAnEditionTo(READERS);
            eventually("a part of the edition is out", () -> relay.recipients().size() > 20);

            try (Connection another = DriverManager.getConnection(url, "postgres", "")) {
                another.setAutoCommit(false);
                another.createStatement().execute("lock table edition in access exclusive mode");
                Thread.sleep(6_000);
                another.rollback();
            }
            relay.fallsSilent();
            eventually("each connection goes on", () -> inHand() == CONNECTIONS);
            relay.answersAgain();

            eventually("the edition has ended", () -> state().startsWith("SENT"));
        }
        assertThat(state()).isEqualTo("SENT");
        assertThat(relay.recipients()).hasSize(READERS).doesNotHaveDuplicates();
        assertThat(attempts()).isOne();
    }

    private int attempts() {
        return database.sql("select attempt from run").query(Integer.class).single();
    }

    private boolean hasThrownOutTheSender() {
        return database.sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sender'")
                .query(Boolean.class)
                .list()
                .isEmpty();
    }

    private long unknown() {
        return database.sql("select count(*) from delivery where state = 6 /* UNKNOWN */")
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

    private long inHand() {
        return database.sql("select count(*) from delivery where state = 1 /* SENDING */")
                .query(Long.class)
                .single();
    }

    private long sessions() {
        return database.sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
                .query(Long.class)
                .single();
    }
}
