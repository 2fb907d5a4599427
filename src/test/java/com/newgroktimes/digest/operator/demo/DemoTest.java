package com.newgroktimes.digest.operator.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import com.newgroktimes.digest.DigestApplication;
import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.mail.CaughtMail;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.Outbox;
import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.testing.ProcessSettings;
import com.newgroktimes.digest.testing.TestDatabase;
import com.newgroktimes.digest.testing.Visitor;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** The whole of it, as a visitor starts it; only the database is one of the tests' own. */
class DemoTest {

    private static final List<String> READERS = List.of("ada@example.org", "ben@example.org", "eve@example.org");

    private final String database = TestDatabase.freshUrl();

    @TempDir
    private Path data;

    @Test
    void threeReadersConfirmAndGetOneEditionAndASecondStartMailsNobody() {
        try (ConfigurableApplicationContext service = start()) {
            awaitSecondEdition(service);

            assertThat(recipients(service)).containsAll(READERS).hasSize(6);
            assertThat(evidence(service)).contains("demo");
            Editions editions = service.getBean(Editions.class);
            assertThat(editions.find(1).orElseThrow().state()).isEqualTo(EditionState.SENT);
            assertThat(editions.find(2).orElseThrow().state()).isEqualTo(EditionState.READY);
            assertThat(editions.checks(2))
                    .filteredOn(check -> check.rule().equals("story-links"))
                    .extracting(Check::level)
                    .containsExactly(Check.Level.FINE);
            assertThat(editions.assemble("last").edition().stories()).hasSizeGreaterThan(3);
            theLinksOfItsStoriesLeadToPages(service);
        }
        try (ConfigurableApplicationContext again = start()) {
            again.getBean(Demo.class).run();

            assertThat(recipients(again)).hasSize(6);
            showsCaughtMail(signIn(again));
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whoeverBreaksATemplateIsStillToldTheWayIn(CapturedOutput log, @TempDir Path templates) throws IOException {
        Files.createDirectories(templates.resolve("digest"));
        Files.writeString(templates.resolve("digest/text.ftl"), "<#if");
        try (ConfigurableApplicationContext service = start("--digest.templates=" + templates)) {
            eventually("the visitor is told the way in", () -> log.getOut().contains("Sign in to the console, once"));

            assertThat(log.getOut()).contains("digest/text.ftl, line 1", "Stopped by checks");
            assertThat(service.getBean(Editions.class).checks(1))
                    .filteredOn(check -> check.rule().equals("templates"))
                    .extracting(Check::level)
                    .containsExactly(Check.Level.STOPS);
        }
    }

    @Test
    void wordsThatLookLikeATemplateStopNothing() {
        try (ConfigurableApplicationContext service = start("--digest.words.en.mail.footer.reply=${7*7} Just reply.")) {
            awaitSecondEdition(service);

            assertThat(service.getBean(Editions.class).get(1).state()).isEqualTo(EditionState.SENT);
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aStartNamesTheEditionThatCanBeSentNow(CapturedOutput log) {
        try (ConfigurableApplicationContext service = start()) {
            awaitSecondEdition(service);
            eventually("the demonstration is ready", () -> log.getOut().contains("Send edition 2 "));
            Deliveries deliveries = service.getBean(Deliveries.class);
            Editions editions = service.getBean(Editions.class);
            deliveries.send(2, 3, editions.get(2).contentHash(), null, "ana");
            eventually("edition 2 is sent", () -> editions.state(2) == EditionState.SENT);

            service.getBean(Demo.class).run();

            assertThat(log.getOut()).contains("Make the next edition").doesNotContain("No stories can be collected");
            editions.assemble("last");
            service.getBean(Demo.class).run();
            assertThat(log.getOut()).containsPattern("Send edition 3 +http://localhost:\\d+/console/editions/3\n");
        }
    }

    private static void theLinksOfItsStoriesLeadToPages(ConfigurableApplicationContext service) {
        Edition first = service.getBean(Editions.class).get(1);
        Visitor visitor = new Visitor(service.getEnvironment().getRequiredProperty("server.port", Integer.class));
        assertThat(first.stories()).isNotEmpty().allSatisfy(story -> {
            Visitor.Page page = visitor.opens(URI.create(story.content().url()).getPath());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().select("h1").text())
                    .isEqualTo(story.content().headline());
        });
        assertThat(visitor.opens("/no-such-story").status()).isEqualTo(404);
    }

    private static void showsCaughtMail(ConsoleBrowser browser) {
        assertThat(browser.open("/console").select("nav").text()).contains("Outbox");
        Document outbox = browser.open("/console/outbox");
        assertThat(outbox.select("tbody tr")).hasSize(6);

        String newest = outbox.select("tbody a").attr("href");
        Document mail = browser.open(newest);
        assertThat(mail.select("iframe").attr("src")).isEqualTo(newest + "/html");
        assertThat(mail.select("pre").text()).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        assertThat(browser.open(newest + "/html").select("base").attr("target")).isEqualTo("_blank");
        assertThat(browser.last()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .startsWith("sandbox");
        browser.open(newest + "/source");
        assertThat(browser.last().headers().firstValue("Content-Type")).contains("message/rfc822");

        browser.open("/console/outbox/000099");
        assertThat(browser.last().statusCode()).isEqualTo(404);
    }

    private static ConsoleBrowser signIn(ConfigurableApplicationContext service) {
        int port = service.getEnvironment().getRequiredProperty("server.port", Integer.class);
        return ConsoleBrowser.signedIn(port, service.getBean(SignInLinks.class).issue("ana"));
    }

    private ConfigurableApplicationContext start(String... more) {
        Stream<String> usual = Stream.of(
                "--server.port=" + ProcessSettings.freePort(),
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres",
                "--digest.data-directory=" + data,
                "--digest.delivery.holding=0s");
        return new SpringApplicationBuilder(DigestApplication.class)
                .profiles("demo")
                .run(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
    }

    private static void awaitSecondEdition(ConfigurableApplicationContext service) {
        Editions editions = service.getBean(Editions.class);
        eventually("edition 2 is there", () -> editions.find(2).isPresent());
    }

    private static List<String> recipients(ConfigurableApplicationContext service) {
        return service.getBean(Outbox.class).list().stream().map(CaughtMail::to).toList();
    }

    private static List<String> evidence(ConfigurableApplicationContext service) {
        Subscribers subscribers = service.getBean(Subscribers.class);
        long ada = subscribers
                .find(EmailAddress.parse(READERS.get(0)))
                .orElseThrow()
                .id();
        return subscribers.evidence(ada).stream().map(step -> step.from()).toList();
    }
}
