package com.newgroktimes.digest.delivery;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.ServiceProcess;
import com.newgroktimes.digest.testing.TestDatabase;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** From the press of Pause to standstill. */
class StandstillTest {

    private static final int READERS = 50_000;

    private final String url = TestDatabase.freshUrl();
    private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    private final MailSink relay = new MailSink();
    private final int port = ProcessSettings.freePort();

    @TempDir
    private Path data;

    @AfterEach
    void close() throws Exception {
        relay.close();
    }

    /**
     * That it takes five seconds at most is for the gate's own test, whose clock is made up.
     *
     * @param perMinute 1 is no other message meanwhile, 0 is as fast as it goes
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 0})
    void aRunStandsStillAtAnyPace(int perMinute) throws Exception {
        var settings = new ProcessSettings(port, relay.port(), data)
                .onDatabase(url)
                .with("digest.delivery.per-minute", perMinute);
        try (ServiceProcess service = ServiceProcess.start(settings.all())) {
            Operator ana = new Operator(port);
            hasReaders();
            ana.sendsAnEditionTo(READERS);
            eventually("it is being sent", () -> !relay.recipients().isEmpty());

            ana.does("pause");
            eventually("it stands still", () -> state().equals("PAUSED"));

            int taken = relay.recipients().size();
            assertThat(taken).isLessThan(READERS);
            assertThat(inHand()).isZero();
            assertThat(ana.does("stop").statusCode()).isEqualTo(202);
            assertThat(relay.recipients()).hasSize(taken);
        }
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
}
