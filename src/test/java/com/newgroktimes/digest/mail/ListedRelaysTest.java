package com.newgroktimes.digest.mail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

import com.newgroktimes.digest.platform.StartRefused;
import com.newgroktimes.digest.testing.Certificate;
import com.newgroktimes.digest.testing.ScriptedRelay;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code digest.relays[n]}. */
class ListedRelaysTest {

    @EnableConfigurationProperties(RelaySettings.class)
    static class Settings {}

    private static final Message HELLO = new Message(
            EmailAddress.ofOurs("digest@news.example"),
            EmailAddress.parse("ada@example.org"),
            "<1.1.1.x@news.example>",
            "Subject: Hello\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII));

    private static final String OFFER = "250-scripted\r\n250-STARTTLS\r\n250 AUTH PLAIN";

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class, SslAutoConfiguration.class))
            .withUserConfiguration(MailConfiguration.class, Settings.class)
            .withBean(
                    MailSettings.class,
                    () -> new MailSettings(
                            "digest@news.example", "", "editors@news.example", "digest.news.example", "", null));

    @Test
    void eachHasItsPlaceItsConnectionsAndItsPace() {
        service.withPropertyValues(
                        "digest.relays[0].host=one.example",
                        "digest.relays[0].connections=4",
                        "digest.relays[1].host=two.example",
                        "digest.relays[1].port=2525",
                        "digest.relays[1].per-minute=600",
                        "digest.relays[2].host=three.example",
                        "digest.relays[2].tls=implicit")
                .run(started -> {
                    List<Relay> relays = started.getBean(Relays.class).all();
                    assertThat(relays)
                            .extracting(Relay::name)
                            .containsExactly("one.example:587", "two.example:2525", "three.example:465");
                    assertThat(relays)
                            .extracting(Relay::connections)
                            .containsExactly(OptionalInt.of(4), OptionalInt.empty(), OptionalInt.empty());
                    assertThat(relays).extracting(Relay::perMinute).containsExactly(0, 600, 0);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "digest.relays[0].port=25, digest.relays[0].host is not set",
        "digest.relays[0].host=smtp://one.example, 'digest.relays[0].host is \"smtp://one.example\"'",
        "digest.relays[0].host=one.example:25, Give the port as digest.relays[0].port (DIGEST_RELAYS_0_PORT)",
        "digest.relays[0].host=one.example;digest.relays[0].username=ngt, digest.relays[0].password is not set",
        "digest.relays[0].host=one.example;digest.relays[0].password=s3cret, digest.relays[0].username is not set",
        "digest.relays[0].host=one.example;digest.relays[0].ssl-bundle=ours, 'digest.relays[0].ssl-bundle is \"ours\"'",
        "digest.relays[0].host=one.example;digest.relays[0].tls=none;digest.relays[0].username=a;digest.relays[0].password=s3cret,"
                + " would cross the network in the clear",
        "digest.relays[0].host=one.example;digest.relays[1].host=ONE.example;digest.relays[1].port=587,"
                + " 'digest.relays[1].host is \"ONE.example\": digest.relays[0] has the same host, port and user name.'",
    })
    void whatCannotWorkStopsTheStartAndIsNamed(String settings, String told) {
        service.withPropertyValues(settings.split(";"))
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(StartRefused.class)
                        .satisfies(refusal ->
                                assertThat(refusal.getMessage()).contains(told).doesNotContain("s3cret")));
    }

    @Test
    void oneHostMayBeThereTwiceWithAnotherPortOrAccount() {
        service.withPropertyValues(
                        "digest.relays[0].host=one.example",
                        "digest.relays[1].host=one.example",
                        "digest.relays[1].port=2525",
                        "digest.relays[2].host=one.example",
                        "digest.relays[2].username=ngt",
                        "digest.relays[2].password=s3cret")
                .run(started -> assertThat(started.getBean(Relays.class).all()).hasSize(3));
    }

    @Test
    void noPasswordIsPrinted() {
        service.withPropertyValues(
                        "digest.relays[0].host=one.example",
                        "digest.relays[0].username=ngt",
                        "digest.relays[0].password=s3cret")
                .run(started -> assertThat(started.getBean(RelaySettings.class).toString())
                        .contains("one.example")
                        .doesNotContain("s3cret"));
    }

    @Test
    void eitherOneRelayOrAList() {
        var both = new MockEnvironment()
                .withProperty("spring.mail.host", "relay.example")
                .withProperty("digest.relays[0].host", "one.example");
        assertThat(RelayHost.refusal(both))
                .map(StartRefused::getMessage)
                .hasValueSatisfying(told -> assertThat(told)
                        .contains("spring.mail.host is \"relay.example\"", "there is a list of relays too"));
        assertThat(RelayHost.refusal(both))
                .map(StartRefused::remedy)
                .hasValueSatisfying(
                        told -> assertThat(told).startsWith("Take spring.mail.host (SPRING_MAIL_HOST) out"));

        var list = new MockEnvironment().withProperty("digest.relays[0].host", "one.example");
        assertThat(RelayHost.refusal(list)).isEmpty();

        var late = new MockEnvironment().withProperty("digest.relays[1].host", "one.example");
        assertThat(RelayHost.refusal(late)).as("the list is told as what it is").isEmpty();
    }

    /** The relay says after EHLO that it can secure the line, and has a certificate that nobody vouches for. */
    @Test
    void aCertificateThatNobodyKnowsGetsNothing() {
        try (ScriptedRelay relay = new ScriptedRelay()) {
            relay.alwaysAnswers("EHLO", OFFER).alwaysAnswers("STARTTLS", "220 go");
            service.withPropertyValues(account(relay)).run(started -> {
                Answer answer = started.getBean(Relays.class).offer(HELLO);
                assertThat(answer.outcome()).isIn(Outcome.RELAY_AWAY, Outcome.RELAY_REFUSES);
                assertThat(relay.messages()).isEmpty();
                assertThat(relay.verbs()).doesNotContain("AUTH", "MAIL");
            });
        }
    }

    @Test
    void aCertificateOfAnSslBundleIsKnown(@TempDir Path directory) throws Exception {
        Certificate certificate = Certificate.of("ip:127.0.0.1");
        Path known = Files.writeString(directory.resolve("relay.pem"), certificate.pem());
        try (ScriptedRelay relay = new ScriptedRelay(certificate)) {
            relay.answers("EHLO", OFFER, "250-secured\r\n250 AUTH PLAIN").alwaysAnswers("STARTTLS", "220 go");
            service.withPropertyValues(account(relay))
                    .withPropertyValues(
                            "digest.relays[0].ssl-bundle=relay",
                            "spring.ssl.bundle.pem.relay.truststore.certificate=file:" + known)
                    .run(started -> {
                        Answer answer = started.getBean(Relays.class).offer(HELLO);
                        assertThat(answer.outcome()).isEqualTo(Outcome.ACCEPTED);
                        assertThat(relay.verbs()).startsWith("STARTTLS", "AUTH", "MAIL");
                    });
        }
    }

    private static String[] account(ScriptedRelay relay) {
        return new String[] {
            "digest.relays[0].host=127.0.0.1",
            "digest.relays[0].port=" + relay.port(),
            "digest.relays[0].tls=starttls",
            "digest.relays[0].username=ngt",
            "digest.relays[0].password=s3cret"
        };
    }
}
