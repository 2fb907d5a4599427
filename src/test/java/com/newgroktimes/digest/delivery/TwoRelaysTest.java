package com.newgroktimes.digest.delivery;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

/** One service and two mail servers, each a process of its own. */
class TwoRelaysTest {

    private static final int READERS = 2_000;
    private static final int CONNECTIONS = 4;

    private final String url = TestDatabase.freshUrl();
    private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    private final int port = ProcessSettings.freePort();

    @TempDir
    private Path directory;

    @Test
    void oneIsKilledInMidRunAndComesBack() throws Exception {
        hasReaders(READERS);
        try (RelayProcess one = new RelayProcess(directory.resolve("one.log"));
                RelayProcess other = new RelayProcess(directory.resolve("other.log"));
                ServiceProcess service = ServiceProcess.start(slowSettings(one.port(), other))) {
            new Operator(port).sendsAnEditionTo(READERS);
            eventually(
                    "both have their share",
                    () -> Math.min(of(one).size(), of(other).size()) > 50);

            one.kill();
            int before = of(one).size();
            int otherBefore = of(other).size();
            eventually("the other takes the share of both", () -> of(other).size() > otherBefore + 200);
            assertThat(of(one)).hasSize(before);
            assertThat(state()).isEqualTo("SENDING");

            one.start();
            eventually("the share is restored", () -> of(one).size() > before + 50);
            eventually("all have been tried", () -> !state().equals("SENDING"));

            List<String> mailed =
                    Stream.concat(of(one).stream(), of(other).stream()).toList();
            assertThat(mailed).doesNotHaveDuplicates();
            assertThat(count(DeliveryState.UNKNOWN)).isLessThanOrEqualTo(CONNECTIONS);
            assertThat(count(DeliveryState.ACCEPTED) + count(DeliveryState.UNKNOWN) + count(DeliveryState.PUT_OFF))
                    .isEqualTo(READERS);
            assertThat(mailed.size()).isBetween((int) count(DeliveryState.ACCEPTED), READERS);
        }
    }

    /** It takes connections and says nothing on them. */
    @Test
    void oneThatSaysNothingHoldsUpNobody() throws Exception {
        int readers = 600;
        hasReaders(readers);
        try (ServerSocket silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
                RelayProcess other = new RelayProcess(directory.resolve("other.log"));
                ServiceProcess service = ServiceProcess.start(settings(silent.getLocalPort(), other))) {
            new Operator(port).sendsAnEditionTo(readers);

            eventually(
                    "all have been tried",
                    () -> of(other).size() >= readers * 9 / 10
                            && count(DeliveryState.WAITING) + count(DeliveryState.SENDING) <= 1);
            eventually("nobody waits for its greeting any more", () -> !state().equals("SENDING"));
        }
    }

    /** For whomever a message is, it says the same; its words are not held against the destinations. */
    @ParameterizedTest
    @CsvSource({"RCPT, 554 5.7.1 Relay access denied", "DOT, 554 5.7.1 Message content rejected"})
    void oneThatRefusesUsLeavesAllToTheOther(String stage, String says) throws Exception {
        int readers = 200;
        hasReaders(readers);
        database.sql("update subscriber set address = 'reader@list-' || id || '.example.org'")
                .update();
        try (ScriptedRelay one = new ScriptedRelay();
                RelayProcess other = new RelayProcess(directory.resolve("other.log"));
                ServiceProcess service = ServiceProcess.start(settings(one.port(), other))) {
            one.alwaysAnswers(stage, says);
            new Operator(port).sendsAnEditionTo(readers);

            eventually(
                    "the other has brought them all",
                    () -> count(DeliveryState.ACCEPTED) + count(DeliveryState.PUT_OFF) == readers);
            assertThat(database.sql("select count(*) from destination_brake")
                            .query(Long.class)
                            .single())
                    .isZero();
            eventually("it is logged", () -> service.output().contains("refuses us, whomever a message is for"));
        }
    }

    /** It is let in everywhere but there: its word about one reader, said as often as it is asked, is not one about all. */
    @Test
    void oneThatRefusesOneReaderLeavesThatOneToTheOther() throws Exception {
        hasReaders(1);
        try (ScriptedRelay one = new ScriptedRelay();
                RelayProcess other = new RelayProcess(directory.resolve("other.log"));
                ServiceProcess service = ServiceProcess.start(settings(one.port(), other))) {
            other.kill();
            one.alwaysAnswers("RCPT", "554 5.7.1 Relay access denied");
            new Operator(port).sendsAnEditionTo(1);
            eventually("it was asked", () -> one.verbs().contains("RCPT"));
            other.start();

            eventually("the other has brought it", () -> state().equals("SENT"));
            assertThat(of(other)).hasSize(1);
            assertThat(one.verbs()).containsOnlyOnce("RCPT");
            assertThat(service.output()).doesNotContain("whomever a message is for");
        }
    }

    /** Those whom the relay put off are there still. */
    private static List<String> of(RelayProcess relay) {
        return relay.recipients();
    }

    private void hasReaders(int number) {
        database.sql("""
                        insert into subscriber (address, state, source, signed_up_at, confirmed_at)
                        select 'reader' || n || '@example.org', 'CONFIRMED', 'test', now(), now()
                          from generate_series(1, :readers) n
                        """).param("readers", number).update();
    }

    private String state() {
        return database.sql("select state from edition").query(String.class).single();
    }

    private long count(DeliveryState state) {
        return database.sql("select count(*) from delivery where state = :state")
                .param("state", state.ordinal())
                .query(Long.class)
                .single();
    }

    /** So slow by the other that much is left when the one that was away is asked again. */
    private Map<String, Object> slowSettings(int one, RelayProcess other) {
        Map<String, Object> settings = settings(one, other);
        settings.put("digest.relays[1].per-minute", 3_000);
        return settings;
    }

    private Map<String, Object> settings(int one, RelayProcess other) {
        Map<String, Object> settings = new ProcessSettings(port, 0, directory.resolve("data"))
                .onDatabase(url)
                .with("digest.relays[0].host", "127.0.0.1")
                .with("digest.relays[0].port", one)
                .with("digest.relays[0].connections", CONNECTIONS)
                .with("digest.relays[0].kind", "ses")
                .with("digest.relays[1].host", "127.0.0.1")
                .with("digest.relays[1].port", other.port())
                .with("digest.relays[1].connections", CONNECTIONS)
                .with("digest.relays[1].per-minute", 6_000)
                .with("digest.delivery.per-minute", 9_000)
                .all();
        settings.remove("spring.mail.host");
        settings.remove("spring.mail.port");
        return settings;
    }
}
