package com.newgroktimes.digest.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import com.newgroktimes.digest.mail.dkim.Algorithm;
import com.newgroktimes.digest.mail.dkim.KeyPlace;
import com.newgroktimes.digest.testing.NameServer;
import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.ServiceProcess;
import com.newgroktimes.digest.testing.SigningDomain;

import static com.newgroktimes.digest.testing.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service, its PostgreSQL and its relay, each a process of its own, killed again and again while an edition is going out. How
 * often, over how many readers, and in which order: {@code -Dchaos.kills}, {@code -Dchaos.readers}, {@code -Dchaos.seed}; by what the
 * mail is signed: {@code -Dchaos.dkim}, {@code rsa}, {@code ed25519} or {@code off}.
 */
class ChaosTest {

    private static final int READERS = Integer.getInteger("chaos.readers", 1_000);
    private static final int KILLS = Integer.getInteger("chaos.kills", 5);
    private static final long SEED = Long.getLong("chaos.seed", 42);
    private static final String DKIM = System.getProperty("chaos.dkim", "rsa");
    private static final int CONNECTIONS = 8;
    /** Slowly enough to be cut short where there are few readers; 0 is as fast as it goes. */
    private static final int A_MINUTE = Integer.getInteger("chaos.per-minute", 3_000);

    private static final Duration PATIENCE =
            Duration.ofMinutes(4).plusSeconds(A_MINUTE == 0 ? READERS / 100 : READERS / (A_MINUTE / 60));

    private final Random random = new Random(SEED);
    private final int port = ProcessSettings.freePort();

    @TempDir
    private Path directory;

    private NameServer names;
    private SigningDomain signer;

    @BeforeEach
    void aDomain() throws IOException {
        names = new NameServer();
        signer = new SigningDomain("newgroktimes.example", directory);
        if (!DKIM.equals("off")) {
            signer.withKey("s1", Algorithm.valueOf(DKIM.toUpperCase(Locale.ROOT)))
                    .publishAt(names);
        }
    }

    @AfterEach
    void isNeededNoMore() {
        names.close();
    }

    private enum Victim {
        SERVICE,
        DATABASE,
        RELAY
    }

    @Test
    void whateverDiesNobodyGetsTwoAndNobodyIsForgotten() throws Exception {
        Path data = directory.resolve("data");
        try (RelayProcess relay = new RelayProcess(directory.resolve("taken"), signer.records())) {
            ServiceProcess service = ServiceProcess.start(settings(data, relay.port()));
            try {
                hasReaders(data);
                new Operator(port).sendsAnEditionTo(READERS);
                int done = 0;
                for (Victim victim : victims()) {
                    done = awaitsMore(relay, done);
                    switch (victim) {
                        case SERVICE -> {
                            service.kill();
                            service = ServiceProcess.start(settings(data, relay.port()));
                        }
                        case DATABASE -> killDatabase(data);
                        case RELAY -> {
                            relay.kill();
                            relay.start();
                        }
                    }
                }
                within(PATIENCE, "the edition has ended", () -> state(data).startsWith("SENT"));
                judge(data, relay.recipients());
                assertThat(relay.signatures())
                        .as("seed %d: every signature holds", SEED)
                        .containsOnly(DKIM.equals("off") ? "[]" : "[s1]");
            } finally {
                service.close();
                killDatabase(data);
            }
        }
    }

    /** Each of them at least once, where there are kills enough. */
    private List<Victim> victims() {
        List<Victim> victims = new ArrayList<>(List.of(Victim.values()));
        Collections.shuffle(victims, random);
        while (victims.size() < KILLS) {
            victims.add(Victim.values()[random.nextInt(Victim.values().length)]);
        }
        return victims.subList(0, KILLS);
    }

    /**
     * How many have been taken when a few more than {@code before} have. Each kill finds the service at work again: one that falls
     * into the moment of a start ends that start, as it should.
     */
    private int awaitsMore(RelayProcess relay, int before) {
        int share = Math.max(1, READERS * 8 / 10 / KILLS);
        int next = Math.min(before + share / 2 + random.nextInt(share), READERS * 19 / 20);
        within(PATIENCE, next + " messages are taken", () -> relay.recipients().size() >= next);
        return relay.recipients().size();
    }

    private void judge(Path data, List<String> taken) {
        Set<String> inDoubt = inDoubt(data);
        Set<String> mailed = Set.copyOf(taken);
        assertThat(taken).as("seed %d: nobody got two", SEED).doesNotHaveDuplicates();
        assertThat(inDoubt).as("seed %d: in doubt", SEED).hasSizeLessThanOrEqualTo(CONNECTIONS * KILLS);
        assertThat(IntStream.rangeClosed(1, READERS).mapToObj(ChaosTest::reader))
                .as("seed %d: nobody is forgotten", SEED)
                .allMatch(who -> mailed.contains(who) || inDoubt.contains(who));
        assertThat(state(data)).isEqualTo(inDoubt.isEmpty() ? "SENT" : "SENT_PROBLEMS");
        assertThat(accepted(data)).isEqualTo(READERS - inDoubt.size());
    }

    private static String reader(int number) {
        return "reader" + number + "@example.org";
    }

    private static void hasReaders(Path data) throws IOException {
        database(data).sql("""
                        insert into subscriber (address, state, source, signed_up_at, confirmed_at)
                        select 'reader' || n || '@example.org', 'CONFIRMED', 'test', now(), now()
                          from generate_series(1, :readers) n
                        """).param("readers", READERS).update();
    }

    private static String state(Path data) {
        try {
            return database(data)
                    .sql("select state from edition")
                    .query(String.class)
                    .single();
        } catch (IOException | RuntimeException e) {
            return "not to be seen now";
        }
    }

    private static Set<String> inDoubt(Path data) {
        return Set.copyOf(addresses(data, DeliveryState.UNKNOWN));
    }

    private static int accepted(Path data) {
        return addresses(data, DeliveryState.ACCEPTED).size();
    }

    private static List<String> addresses(Path data, DeliveryState state) {
        try {
            return database(data)
                    .sql(
                            "select s.address from delivery d join subscriber s on s.id = d.subscriber where d.state = :state")
                    .param("state", state.ordinal())
                    .query(String.class)
                    .list();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The service's own; where it is stands in the file of its first process. */
    private static JdbcClient database(Path data) throws IOException {
        String password = Files.readString(data.resolve("database-password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + postmaster(data).get(3).strip() + "/postgres";
        return JdbcClient.create(new DriverManagerDataSource(url, "postgres", password));
    }

    private static void killDatabase(Path data) throws IOException {
        long pid = Long.parseLong(postmaster(data).get(0).strip());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static List<String> postmaster(Path data) throws IOException {
        return Files.readAllLines(data.resolve("pg/postmaster.pid"));
    }

    private Map<String, Object> settings(Path data, int relay) {
        var settings = new ProcessSettings(port, relay, data)
                .with("digest.delivery.connections", CONNECTIONS)
                .with("digest.delivery.per-minute", A_MINUTE)
                .with("digest.delivery.retry.second-try-after", "2s")
                .with("digest.delivery.retry.later-tries-after", "2s");
        for (KeyPlace key : signer.places()) {
            settings.with("digest.dkim.keys[0].selector", key.selector())
                    .with("digest.dkim.keys[0].private-key", key.file())
                    .with("digest.dkim.name-server", names.hostAndPort());
        }
        return settings.all();
    }
}
