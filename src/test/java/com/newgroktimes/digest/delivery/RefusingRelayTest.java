package com.newgroktimes.digest.delivery;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.ScriptedRelay;
import com.newgroktimes.digest.testing.ServiceProcess;
import com.newgroktimes.digest.testing.TestDatabase;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** A relay that refuses us, and not our readers, would burn the whole list in minutes. */
class RefusingRelayTest {

    private static final int READERS = 400;
    private static final int CONNECTIONS = 4;

    private final String url = TestDatabase.freshUrl();
    private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    private final ScriptedRelay relay = new ScriptedRelay();
    private final int port = ProcessSettings.freePort();

    @TempDir
    private Path data;

    @AfterEach
    void close() {
        relay.close();
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 530 5.7.0 sign in first, The mail server refuses us",
        "RCPT, 550 5.7.1 blocked using zen.example, Several destinations in a row refuse us",
        "DOT,  554 5.7.1 looks like spam, The message itself was refused [3-7] times in a row",
    })
    void theRunPausesAndNobodyIsLost(String stage, String says, String reason) throws Exception {
        relay.alwaysAnswers(stage, says);
        var settings = new ProcessSettings(port, relay.port(), data)
                .onDatabase(url)
                .with("digest.delivery.connections", CONNECTIONS)
                .with("digest.delivery.per-minute", 600);
        try (ServiceProcess service = ServiceProcess.start(settings.all())) {
            Operator ana = new Operator(port);
            hasReaders();
            ana.sendsAnEditionTo(READERS);

            eventually("it has paused", () -> state().equals("PAUSED"));
            assertThat(ana.looksAtTheEdition().get("reason").stringValue())
                    .matches("Paused by the safety stop\\. " + reason + ".*")
                    .contains(says);
            assertThat(number("state <> 0")).as("not waiting").isZero();
            assertThat(number("subscriber in (select id from subscriber where state <> 'CONFIRMED')"))
                    .as("suppressed")
                    .isZero();
            assertThat(relay.messages()).hasSizeLessThan(READERS / 4);
        }
    }

    /** The state that a pause writes is read once a second; in a second hundreds go out. */
    @Test
    void onceItHasPausedNothingMoreIsBrought() throws Exception {
        relay.alwaysAnswers("RCPT", "550 5.1.1 There is no such reader");
        var settings = new ProcessSettings(port, relay.port(), data)
                .onDatabase(url)
                .with("digest.delivery.connections", CONNECTIONS)
                .with("digest.delivery.safety.in-a-row", 20);
        try (ServiceProcess service = ServiceProcess.start(settings.all())) {
            hasReaders();
            database.sql("update subscriber set address = 'reader' || id || '@example.org'")
                    .update();
            new Operator(port).sendsAnEditionTo(READERS);

            eventually("it has paused", () -> state().equals("PAUSED"));
            assertThat(number("state = " + DeliveryState.REFUSED.ordinal())).isBetween(20L, READERS / 4L);
        }
    }

    /** The other relay might have been let in: once it is gone too, nobody is left who could. */
    @Test
    void whereTheOnlyOtherOneIsAwayItPausesOnceThatIsGoneToo() throws Exception {
        relay.alwaysAnswers("RCPT", "550 5.7.1 blocked using zen.example");
        var settings = new ProcessSettings(port, relay.port(), data)
                .onDatabase(url)
                .with("digest.relays[0].host", "127.0.0.1")
                .with("digest.relays[0].port", relay.port())
                .with("digest.relays[0].connections", CONNECTIONS)
                .with("digest.relays[1].host", "127.0.0.1")
                .with("digest.relays[1].port", ProcessSettings.freePort())
                .with("digest.relays[1].connections", CONNECTIONS)
                .with("digest.delivery.relay-patience", "10s");
        settings.all().remove("spring.mail.host");
        settings.all().remove("spring.mail.port");
        try (ServiceProcess service = ServiceProcess.start(settings.all())) {
            hasReaders();
            new Operator(port).sendsAnEditionTo(READERS);

            eventually("it has paused", () -> state().equals("PAUSED"));
            assertThat(database.sql("select reason from edition")
                            .query(String.class)
                            .single())
                    .startsWith("Paused by the safety stop. ")
                    .contains("blocked using zen.example", "has been away for too long");
            assertThat(number("state <> 0")).as("not waiting").isZero();
        }
    }

    private void hasReaders() {
        database.sql("""
                        insert into subscriber (address, state, source, signed_up_at, confirmed_at)
                        select 'reader@list-' || n || '.example.org', 'CONFIRMED', 'test', now(), now()
                          from generate_series(1, :readers) n
                        """).param("readers", READERS).update();
    }

    private String state() {
        return database.sql("select state from edition").query(String.class).single();
    }

    private long number(String where) {
        return database.sql("select count(*) from delivery where " + where)
                .query(Long.class)
                .single();
    }
}
