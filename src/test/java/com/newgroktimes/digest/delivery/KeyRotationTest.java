package com.newgroktimes.digest.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import com.newgroktimes.digest.mail.dkim.Algorithm;
import com.newgroktimes.digest.mail.dkim.KeyRecord;
import com.newgroktimes.digest.testing.NameServer;
import com.newgroktimes.digest.testing.NameServer.Says;
import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.ScriptedRelay;
import com.newgroktimes.digest.testing.ServiceProcess;
import com.newgroktimes.digest.testing.SigningDomain;
import com.newgroktimes.digest.testing.StrictDkim;
import com.newgroktimes.digest.testing.TestDatabase;

import static com.newgroktimes.digest.testing.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

/** A new key that stands before the old one, and gets its record while an edition of more than a minute goes out: nobody asks the service to look. */
class KeyRotationTest {

    private static final int READERS = 330;
    private static final int A_MINUTE = 240;
    private static final int CONNECTIONS = 4;
    private static final String DOMAIN = "newgroktimes.example";

    private final int port = ProcessSettings.freePort();
    private final String url = TestDatabase.freshUrl();
    private final JdbcClient database = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    private final ScriptedRelay relay = new ScriptedRelay();

    @TempDir
    private Path directory;

    private NameServer names;
    private SigningDomain signer;

    @BeforeEach
    void aDomainWithANewKey() throws IOException {
        names = new NameServer();
        signer = new SigningDomain(DOMAIN, directory)
                .withKey("new", Algorithm.RSA)
                .withKey("old", Algorithm.RSA)
                .withKey("curve", Algorithm.ED25519)
                .publishAt(names);
        names.of(KeyRecord.name("new", DOMAIN), Says.NO_SUCH_DOMAIN);
        names.of(KeyRecord.name("curve", DOMAIN), Says.SERVER_FAILURE); // so that the DNS is asked every minute
    }

    @AfterEach
    void isNeededNoMore() {
        relay.close();
        names.close();
    }

    @Test
    void theOldKeySignsUntilTheNewOneIsPublishedAndNobodyIsMailedTwice() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(settings())) {
            hasReaders();
            new Operator(port).sendsAnEditionTo(READERS);
            within(
                    Duration.ofMinutes(1),
                    "a few have theirs",
                    () -> relay.messages().size() > 30);
            signer.publishAt(names);

            within(Duration.ofMinutes(4), "the edition has ended", () -> state().startsWith("SENT"));
            assertThat(state()).isEqualTo("SENT");
        }

        List<List<String>> signatures = relay.messages().stream()
                .map(mail -> StrictDkim.verified(mail.getBytes(StandardCharsets.ISO_8859_1), signer.records()))
                .toList();
        int first = signatures.indexOf(List.of("new", "curve"));
        int last = signatures.lastIndexOf(List.of("old", "curve"));
        assertThat(first).as("the first that the new key signed").isGreaterThan(30);
        assertThat(signatures.subList(0, first)).containsOnly(List.of("old", "curve"));
        assertThat(signatures.subList(last + 1, READERS)).isNotEmpty().containsOnly(List.of("new", "curve"));
        assertThat(signatures.subList(first, READERS).stream().filter(List.of("old", "curve")::equals))
                .as("signed before and sent after")
                .hasSizeLessThanOrEqualTo(CONNECTIONS);
        assertThat(relay.commands().stream().filter(command -> command.startsWith("RCPT")))
                .hasSize(READERS)
                .doesNotHaveDuplicates();
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

    private Map<String, Object> settings() throws IOException {
        var settings = new ProcessSettings(port, relay.port(), Files.createDirectory(directory.resolve("data")))
                .onDatabase(url)
                .with("digest.delivery.connections", CONNECTIONS)
                .with("digest.delivery.per-minute", A_MINUTE)
                .with("digest.dkim.name-server", names.hostAndPort());
        List<String> selectors = List.of("new", "old", "curve");
        for (int i = 0; i < selectors.size(); i++) {
            settings.with("digest.dkim.keys[%d].selector".formatted(i), selectors.get(i))
                    .with("digest.dkim.keys[%d].private-key".formatted(i), signer.file(selectors.get(i)));
        }
        return settings.all();
    }
}
