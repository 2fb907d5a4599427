package com.newgroktimes.digest.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import com.newgroktimes.digest.mail.smtp.Dialling;
import com.newgroktimes.digest.mail.smtp.Line;
import com.newgroktimes.digest.mail.smtp.NoLine;
import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.platform.StartRefused;
import com.newgroktimes.digest.testing.ScriptedRelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConfiguredRouteTest {

    private final JavaMailSenderImpl configured = new JavaMailSenderImpl();

    @Test
    void needsARelay() {
        assertThatThrownBy(() -> ConfiguredRoute.of(null, "news.example"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("spring.mail.host")
                .hasMessageContaining("demo");
    }

    @Test
    void demandsTlsBeyondThisMachine() {
        configured.setHost("relay.example");
        Route route = ConfiguredRoute.of(configured, "news.example");

        assertThat(route.properties())
                .containsEntry("mail.smtp.starttls.enable", "true")
                .containsEntry("mail.smtp.starttls.required", "true");
        assertThat(route.hello()).isEqualTo("news.example");
        assertThat(route).hasToString("relay.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
    void asksNoTlsOfThisMachine(String host) {
        configured.setHost(host);
        assertThat(ConfiguredRoute.of(configured, "news.example").properties()).isEmpty();
    }

    @Test
    void sendsNoPasswordInTheClear() {
        configured.setHost("relay.example");
        configured.setPassword("secret");
        configured.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "false");

        assertThatThrownBy(() -> ConfiguredRoute.of(configured, "news.example"))
                .hasMessageContaining("spring.mail.properties.mail.smtp.starttls.required")
                .hasMessageContaining("in the clear");
    }

    @Test
    void knowsNoOtherProtocol() {
        configured.setHost("relay.example");
        configured.setProtocol("imap");
        assertThatThrownBy(() -> ConfiguredRoute.of(configured, "news.example")).hasMessageContaining("imap");
    }

    @Test
    void sendsNothingWhereTlsIsNotOffered() {
        try (var relay = new ScriptedRelay()) {
            configured.setHost("127.0.0.1");
            configured.setPort(relay.port());
            configured.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");

            assertThatThrownBy(this::open).isInstanceOf(NoLine.class).hasMessageContaining("STARTTLS");
            assertThat(relay.verbs()).isEmpty();
        }
    }

    @Test
    void trustsACertificateOnlyIfItIsToldTo() throws Exception {
        try (var relay = new ScriptedRelay()) {
            String offer = "250-scripted\r\n250 STARTTLS";
            relay.answers("EHLO", offer, offer, "250-secured\r\n250 SIZE 99").answers("STARTTLS", "220 go", "220 go");
            configured.setHost("127.0.0.1");
            configured.setPort(relay.port());
            configured.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");
            configured.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
            assertThatThrownBy(this::open).isInstanceOf(NoLine.class).hasMessageContaining("TLS");

            configured.getJavaMailProperties().setProperty("mail.smtp.ssl.trust", "relay.example 127.0.0.1");
            configured.getJavaMailProperties().setProperty("mail.smtp.ssl.checkserveridentity", "false");
            var line = open();
            assertThat(line.maxSize()).contains(99L);
            line.close();
            assertThat(relay.commands()).endsWith("STARTTLS", "EHLO news.example", "QUIT");
        }
    }

    @Test
    void speaksTlsFromTheFirstByte() throws Exception {
        var relay = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        relay.start();
        try {
            configured.setProtocol("smtps");
            configured.setHost("127.0.0.1");
            configured.setPort(relay.getSmtps().getPort());
            assertThatThrownBy(this::open).isInstanceOf(NoLine.class);

            configured.getJavaMailProperties().setProperty("mail.smtps.ssl.trust", "*");
            configured.getJavaMailProperties().setProperty("mail.smtps.ssl.checkserveridentity", "false");
            var message = new Message(
                    EmailAddress.ofOurs("digest@news.example"),
                    EmailAddress.parse("ada@example.org"),
                    "<1@news.example>",
                    "Subject: Hello\r\n\r\nHello\r\n".getBytes());
            Relay.Connection connection =
                    new Relay(ConfiguredRoute.of(configured, "news.example"), Patience.STANDARD).connection();
            assertThat(connection.offer(message).outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(connection.offer(message).outcome()).isEqualTo(Outcome.ACCEPTED);
            connection.close();
            assertThat(relay.getReceivedMessages()).hasSize(2);
        } finally {
            relay.stop();
        }
    }

    @Test
    void tellsAWrongPasswordFromARelayThatIsAway() {
        try (var relay = new ScriptedRelay()) {
            relay.answers("EHLO", "250-scripted\r\n250 AUTH PLAIN", "250-scripted\r\n250 AUTH PLAIN")
                    .answers("AUTH", "535 5.7.8 wrong", "454 4.7.0 not now");
            configured.setHost("127.0.0.1");
            configured.setPort(relay.port());
            configured.setUsername("digest");
            configured.setPassword("secret");
            Relay.Connection connection =
                    new Relay(ConfiguredRoute.of(configured, "news.example"), Patience.STANDARD).connection();
            var message = new Message(
                    EmailAddress.ofOurs("digest@news.example"),
                    EmailAddress.parse("ada@example.org"),
                    "<1@news.example>",
                    "Subject: Hello\r\n\r\nHello\r\n".getBytes());

            Answer wrong = connection.offer(message);
            assertThat(wrong.outcome()).isEqualTo(Outcome.RELAY_REFUSES);
            assertThat(wrong.code()).isEqualTo("5.7.8");
            assertThat(wrong.reply()).contains("wrong").doesNotContain("secret");
            assertThat(connection.offer(message).outcome()).isEqualTo(Outcome.RELAY_AWAY);
            assertThat(ConfiguredRoute.of(configured, "news.example").toString())
                    .doesNotContain("secret");
        }
    }

    private Line open() throws NoLine {
        return Dialling.open(ConfiguredRoute.of(configured, "news.example"), Patience.STANDARD);
    }
}
