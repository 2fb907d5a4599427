package com.newgroktimes.digest.delivery;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.ScriptedRelay;
import com.newgroktimes.digest.testing.ServiceProcess;
import com.newgroktimes.digest.testing.TestDatabase;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static com.newgroktimes.digest.testing.ScriptedRelay.CUT;
import static org.assertj.core.api.Assertions.assertThat;

/** A relay that is there, and does not do what a relay should, costs few readers anything. */
class FailingRelayTest {

    private static final int READERS = 300;
    private static final int CONNECTIONS = 6;

    private final String url = TestDatabase.freshUrl();
    private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    private final ScriptedRelay relay = new ScriptedRelay();
    private final int port = ProcessSettings.freePort();
    private final Operator ana = new Operator(port);

    @TempDir
    private Path data;

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void whereEachLineIsCutAfterTheMessageTheRunPausesWithFewInDoubt() throws Exception {
        relay.alwaysAnswers("DOT", CUT);
        hasReaders();
        try (ServiceProcess service = ServiceProcess.start(settings().all())) {
            ana.sendsAnEditionTo(READERS);

            eventually("it has paused", () -> state().equals("PAUSED"));
            assertThat(reason())
                    .startsWith(
                            "Paused by the safety stop. The mail server broke off %d times in a row when it had the whole message"
                                    .formatted(CONNECTIONS + 1));
            assertThat(count(DeliveryState.UNKNOWN)).isEqualTo(CONNECTIONS + 1);
            assertThat(count(DeliveryState.WAITING)).isEqualTo(READERS - CONNECTIONS - 1);
        }
    }

    /** Its disk is full. */
    @Test
    void whereOnePutsOffWhateverItGetsTheOtherTakesItsShare() throws Exception {
        relay.alwaysAnswers("MAIL", "452 4.3.1 Insufficient system storage");
        hasReaders();
        try (ScriptedRelay other = new ScriptedRelay();
                ServiceProcess service = ServiceProcess.start(besides(other).all())) {
            ana.sendsAnEditionTo(READERS);

            eventually(
                    "it is told",
                    () -> reason().matches(
                                    "The mail server 127\\.0\\.0\\.1:%d .*puts off whatever it gets.* It says: 452 4\\.3\\.1 Insufficient system storage\\..*"
                                            .formatted(relay.port())));
            eventually("all have been tried", () -> count(DeliveryState.WAITING) + count(DeliveryState.SENDING) == 0);
            assertThat(count(DeliveryState.PUT_OFF)).isLessThan(20 + 2 * CONNECTIONS);
            assertThat(count(DeliveryState.ACCEPTED)).isEqualTo(other.messages().size());
        }
    }

    @Test
    void whereItTakesFewerLinesThanWeWantItIsNotDialledAllTheTime() throws Exception {
        relay.takesAtOnce(2);
        hasReaders();
        try (ServiceProcess service = ServiceProcess.start(
                settings().with("digest.delivery.per-minute", 1_200).all())) {
            ana.sendsAnEditionTo(READERS);

            eventually("it has been sent", () -> state().equals("SENT"));
            assertThat(relay.messages()).hasSize(READERS);
            assertThat(relay.connections()).as("in a quarter of a minute").isLessThan(10 * CONNECTIONS);
            eventually("it is logged", () -> service.output().contains("Edition 1 is SENT"));
            assertThat(service.output())
                    .containsOnlyOnce("The mail server takes 2 connections at once, fewer than the %d that are wanted"
                            .formatted(CONNECTIONS))
                    .contains("Too many connections")
                    .doesNotContain("Edition 1 waits");
        }
    }

    /** They are no worse off than all others would be whose only relay is away. */
    @Test
    void readersWhoseAddressOneRelayAloneTakesWaitForIt() throws Exception {
        hasReaders();
        hasReader("дана@example.org");
        hasReader("łucja@example.org");
        ScriptedRelay able = new ScriptedRelay();
        able.close();
        ProcessSettings settings = besides(able)
                .with("digest.delivery.relay-patience", "1s")
                .with("digest.delivery.retry.second-try-after", "10m");
        try (ServiceProcess service = ServiceProcess.start(settings.all())) {
            ana.sendsAnEditionTo(READERS + 2);

            eventually("all others have theirs", () -> state().equals("RETRYING"));
            assertThat(count(DeliveryState.ACCEPTED)).isEqualTo(READERS);
            assertThat(count(DeliveryState.PUT_OFF)).isEqualTo(2);
            assertThat(tries()).isEqualTo(READERS);
            assertThat(lastWord())
                    .startsWith("The mail servers that are there take no address with letters beyond ASCII.")
                    .contains("The mail server 127.0.0.1:%d has been away for too long".formatted(able.port()));
        }
        try (ScriptedRelay back = ScriptedRelay.at(able.port())) {
            back.alwaysAnswers("EHLO", "250-scripted\r\n250-8BITMIME\r\n250 SMTPUTF8");
            try (ServiceProcess later = ServiceProcess.start(
                    settings.with("digest.clock-offset", "30m").all())) {
                eventually("they have theirs", () -> state().equals("SENT"));
                assertThat(back.messages()).hasSize(2);
            }
        }
    }

    /** One name may stand for many machines: the line to one that takes none such is given up for another. */
    @Test
    void readersWhoseAddressOneOfItsMachinesAloneTakesGetTheirsByThatOne() throws Exception {
        String able = "250-scripted\r\n250-8BITMIME\r\n250 SMTPUTF8";
        relay.answers("EHLO", able, "250 scripted").alwaysAnswers("EHLO", able);
        relay.answers("MAIL", "", CUT);
        hasReader("ana@example.org");
        hasReader("дана@example.org");
        try (ServiceProcess service = ServiceProcess.start(
                settings().with("digest.delivery.connections", 1).all())) {
            ana.sendsAnEditionTo(2);

            eventually("it has been sent", () -> state().equals("SENT"));
            assertThat(relay.messages()).hasSize(2);
            assertThat(relay.connections()).as("able, not able, able").isEqualTo(3);
        }
    }

    @Test
    void anAddressThatNoRelayTakesIsRefusedOnceAllHaveSaidSo() throws Exception {
        hasReader("дана@example.org");
        try (ScriptedRelay other = new ScriptedRelay();
                ServiceProcess service = ServiceProcess.start(besides(other).all())) {
            ana.sendsAnEditionTo(1);

            eventually("it is over", () -> state().equals("SENT_PROBLEMS"));
            assertThat(count(DeliveryState.REFUSED)).isOne();
            assertThat(lastWord()).isEqualTo("The relay takes no address with letters beyond ASCII.");
        }
    }

    private ProcessSettings settings() {
        return new ProcessSettings(port, relay.port(), data)
                .onDatabase(url)
                .with("digest.delivery.connections", CONNECTIONS);
    }

    private ProcessSettings besides(ScriptedRelay other) {
        ProcessSettings settings = settings()
                .with("digest.relays[0].host", "127.0.0.1")
                .with("digest.relays[0].port", relay.port())
                .with("digest.relays[1].host", "127.0.0.1")
                .with("digest.relays[1].port", other.port())
                .with("digest.relays[1].per-minute", 1_200);
        settings.all().remove("spring.mail.host");
        settings.all().remove("spring.mail.port");
        return settings;
    }

    private void hasReaders() {
        database.sql("""
                        insert into subscriber (address, state, source, signed_up_at, confirmed_at)
                        select 'reader@list-' || n || '.example.org', 'CONFIRMED', 'test', now(), now()
                          from generate_series(1, :readers) n
                        """).param("readers", READERS).update();
    }

    private void hasReader(String address) {
        database.sql("""
                        insert into subscriber (address, state, source, signed_up_at, confirmed_at)
                        values (:address, 'CONFIRMED', 'test', now(), now())
                        """).param("address", address).update();
    }

    private long tries() {
        return database.sql("select sum(tries) from delivery").query(Long.class).single();
    }

    private String lastWord() {
        return database.sql("select reply from delivery_answer where reason is not null order by at desc limit 1")
                .query(String.class)
                .single();
    }

    private String state() {
        return database.sql("select state from edition").query(String.class).single();
    }

    private String reason() {
        return database.sql("select coalesce(reason, '') from edition")
                .query(String.class)
                .single();
    }

    private long count(DeliveryState state) {
        return database.sql("select count(*) from delivery where state = :state")
                .param("state", state.ordinal())
                .query(Long.class)
                .single();
    }
}
