package com.newgroktimes.digest.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.mail.dkim.Algorithm;
import com.newgroktimes.digest.platform.TestKeys;
import com.newgroktimes.digest.subscribers.ReaderLinks;
import com.newgroktimes.digest.subscribers.Subscribers;

/** The settings and the few beans in which the service under test differs from one in production. */
public final class ServiceUnderTest implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String API_TOKEN = "a-token-for-tests-that-is-long-enough";
    public static final String BASE_URL = "https://digest.example.org";

    /** The folder that the service under test collects stories from; emptied before each test. */
    public static final Path STORIES = newDirectory("stories");

    /** A site whose pages may sign readers up by script. Nobody is there until a test is. */
    public static final int EMBEDDING_PORT = ProcessSettings.freePort();

    /** By whom its mails are signed. */
    public static final SigningDomain SIGNER = new SigningDomain("newgroktimes.example", newDirectory("dkim"))
            .withKey("r1", Algorithm.RSA)
            .withKey("e1", Algorithm.ED25519);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings = Map.ofEntries(
                Map.entry("spring.datasource.url", TestDatabase.freshUrl()),
                Map.entry("spring.datasource.username", "postgres"),
                Map.entry("spring.mail.host", "127.0.0.1"),
                Map.entry("spring.mail.port", MailServer.port()),
                Map.entry("digest.base-url", BASE_URL),
                Map.entry("digest.publication.postal-address", "1 Example Street, 00000 Sampletown"),
                Map.entry("digest.mail.from", "digest@newgroktimes.example"),
                Map.entry("digest.mail.reply-to", "editors@newgroktimes.example"),
                Map.entry("digest.mail.list-id", "digest.newgroktimes.example"),
                Map.entry("digest.dkim.keys[0].selector", "r1"),
                Map.entry("digest.dkim.keys[0].private-key", SIGNER.file("r1").toString()),
                Map.entry("digest.dkim.keys[1].selector", "e1"),
                Map.entry("digest.dkim.keys[1].private-key", SIGNER.file("e1").toString()),
                Map.entry("digest.dkim.name-server", SIGNER.nameServer()),
                Map.entry("digest.stories.folder", STORIES.toString()),
                Map.entry("digest.stories.watch", "false"),
                Map.entry("digest.fetch.allowed-hosts", "localhost"),
                Map.entry("digest.trusted-proxies", "127.0.0.1"),
                Map.entry("digest.subscribers.sources", "site-footer,blog"),
                Map.entry("digest.subscribers.embed-origins", "http://localhost:" + EMBEDDING_PORT),
                Map.entry("digest.delivery.holding", "0s"),
                Map.entry("digest.delivery.connections", "4"),
                Map.entry("digest.delivery.mx-lookups", "false"),
                Map.entry("digest.operator.api-token", API_TOKEN),
                Map.entry("digest.data-directory", newDirectory("data").toString()),
                Map.entry("digest.secret-file", rotatedKeys().toString()),
                Map.entry("digest.legacy-links[0].pattern", "/subscription/{campaign}/{key}"),
                Map.entry("digest.legacy-links[1].pattern", "/unsubscribe/?uuid={key}"),
                Map.entry("digest.legacy-links[2].pattern", "/optout?email={email}"),
                Map.entry("db-scheduler.polling-interval", "100ms"),
                // By a clock that jumps, whatever is in hand may seem to have been silent for weeks.
                Map.entry("db-scheduler.missed-heartbeats-limit", 100_000_000));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("service under test", settings));
    }

    /** The service's own key is new: {@link TestKeys#links()} signs by the one that it had before. */
    private static Path rotatedKeys() {
        try {
            return Files.writeString(newDirectory("secrets").resolve("keys"), TestKeys.rotated());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newDirectory(String name) {
        try {
            Path parent = Files.createDirectories(
                    Path.of("target", "service-under-test").toAbsolutePath());
            return Files.createTempDirectory(parent, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beans that stand before the service's own. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Beans {

        @Bean
        @Primary
        SettableClock settableClock(ObjectProvider<JdbcClient> database) {
            return new SettableClock(() -> TasksInHand.awaitNone(database.getObject()));
        }

        @Bean
        TaskPrompter taskPrompter(Scheduler scheduler) {
            return new TaskPrompter(scheduler);
        }

        @Bean
        Readers readers(Subscribers subscribers, ReaderLinks links, SettableClock clock, JdbcClient database) {
            return new Readers(subscribers, links, clock, database);
        }
    }
}
