package com.newgroktimes.digest.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import com.newgroktimes.digest.mail.smtp.Dialling;
import com.newgroktimes.digest.mail.smtp.Line;
import com.newgroktimes.digest.mail.smtp.NoLine;
import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.platform.StartRefused;
import com.newgroktimes.digest.testing.Certificate;
import com.newgroktimes.digest.testing.MailSetup;
import com.newgroktimes.digest.testing.ScriptedRelay;

import static java.nio.charset.StandardCharsets.US_ASCII;
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
    @ValueSource(strings = {"127.relay.example", "localhost.relay.example", "127.0.0.1.relay.example"})
    void isNotFooledByANameThatLooksLikeThisMachine(String host) {
        configured.setHost(host);
        assertThat(ConfiguredRoute.of(configured, "news.example").properties())
                .containsEntry("mail.smtp.starttls.required", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost.localdomain", "mailhost", "a b.example", ""})
    void greetsByNoNameThatIsNone(String hello) {
        configured.setHost("127.0.0.1");
        configured.getJavaMailProperties().setProperty("mail.smtp.localhost", hello);
        assertThatThrownBy(() -> ConfiguredRoute.of(configured, "news.example"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("spring.mail.properties.mail.smtp.localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.news.example", "[192.0.2.1]", "[IPv6:2001:db8::1]"})
    void greetsByTheNameThatIsSet(String hello) {
        configured.setHost("127.0.0.1");
        configured.getJavaMailProperties().setProperty("mail.smtp.localhost", hello);
        assertThat(ConfiguredRoute.of(configured, "news.example").hello()).isEqualTo(hello);
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
    void aNameThatTheDnsDoesNotKnowIsNamed() {
        configured.setHost("relay.invalid"); // RFC 6761 §6.4
        configured.setPort(25);

        assertThatThrownBy(this::open)
                .isInstanceOf(NoLine.class)
                .hasMessageMatching(
                        "The relay .*relay\\.invalid.* does not talk to us: there is no host of that name .*");
    }

    @Test
    void sendsNothingWhereTlsIsNotOffered() {
        try (var relay = new ScriptedRelay()) {
            configured.setHost("127.0.0.1");
            configured.setPort(relay.port());
            configured.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");

            assertThatThrownBy(this::open)
                    .isInstanceOf(NoLine.class)
                    .hasMessageContainingAll("it offers no TLS (STARTTLS)", "Set tls of this relay to implicit");
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
        var relay = new GreenMail(MailSetup.at(0, ServerSetup.PROTOCOL_SMTPS));
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
                    "Subject: Hello\r\n\r\nHello\r\n".getBytes(US_ASCII));
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

    /** Else all would go out unsigned in, and be refused as a stranger's, for good. */
    @Test
    void bringsNothingToARelayThatLetsNobodySignIn() {
        try (var relay = new ScriptedRelay()) {
            configured.setHost("127.0.0.1");
            configured.setPort(relay.port());
            configured.setUsername("digest");
            configured.setPassword("secret");
            var message = new Message(
                    EmailAddress.ofOurs("digest@news.example"),
                    EmailAddress.parse("ada@example.org"),
                    "<1@news.example>",
                    "Subject: Hello\r\n\r\nHello\r\n".getBytes(US_ASCII));

            Answer answer = new Relay(ConfiguredRoute.of(configured, "news.example"), Patience.STANDARD)
                    .connection()
                    .offer(message);

            assertThat(answer.outcome()).isEqualTo(Outcome.RELAY_AWAY);
            assertThat(answer.reply()).contains("no way to sign in");
            assertThat(relay.verbs()).doesNotContain("MAIL");
        }
    }

    @Test
    void takesThePropertiesOfTheLibraryForTlsFromTheFirstByteToo() {
        configured.setProtocol("smtps");
        configured.setHost("relay.example");
        configured.getJavaMailProperties().setProperty("mail.smtp.localhost", "mail.news.example");

        assertThat(ConfiguredRoute.of(configured, "news.example").hello()).isEqualTo("mail.news.example");
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
            Relay asked = new Relay(ConfiguredRoute.of(configured, "news.example"), Patience.STANDARD);
            var message = new Message(
                    EmailAddress.ofOurs("digest@news.example"),
                    EmailAddress.parse("ada@example.org"),
                    "<1@news.example>",
                    "Subject: Hello\r\n\r\nHello\r\n".getBytes(US_ASCII));

            Answer wrong = asked.connection().offer(message);
            assertThat(wrong.outcome()).isEqualTo(Outcome.RELAY_REFUSES);
            assertThat(wrong.code()).isEqualTo("5.7.8");
            assertThat(wrong.reply()).contains("wrong").doesNotContain("secret");
            assertThat(asked.connection().offer(message).outcome()).isEqualTo(Outcome.RELAY_AWAY);
            assertThat(ConfiguredRoute.of(configured, "news.example").toString())
                    .doesNotContain("secret");
        }
    }

    @Test
    void trustsACertificateThatIsKnownNamesTheRelayAndIsOfToday() throws Exception {
        securedBy(Certificate.of("ip:127.0.0.1"), relay -> open().close());
        securedBy(
                Certificate.of("dns:elsewhere.example"),
                relay -> assertThatThrownBy(this::open)
                        .isInstanceOf(NoLine.class)
                        .hasMessageContaining("TLS"));
        securedBy(
                Certificate.expired("ip:127.0.0.1"),
                relay -> assertThatThrownBy(this::open)
                        .isInstanceOf(NoLine.class)
                        .hasMessageContaining("TLS"));
    }

    /** RFC 3207 §4.2: whoever sits between may have said it. */
    @Test
    void believesNothingThatWasSaidBeforeTls() throws Exception {
        securedBy(Certificate.of("ip:127.0.0.1"), relay -> {
            relay.answers("EHLO", "250-plain\r\n250-STARTTLS\r\n250 SIZE 10", "250 secured")
                    .answers("STARTTLS", "220 go\r\n250-injected\r\n250 SIZE 20");
            Line line = open();
            assertThat(line.maxSize()).isEmpty();
            line.envelope("MAIL FROM:<digest@news.example>", "RCPT TO:<ada@example.org>");
            assertThat(line.answer().text()).isEqualTo("250 ok");
            line.close();
        });
        securedBy(Certificate.of("ip:127.0.0.1"), relay -> {
            relay.answers("EHLO", "250-plain\r\n250 STARTTLS", "554 5.7.1 not you");
            assertThatThrownBy(this::open).isInstanceOf(NoLine.class).hasMessageContaining("not you");
        });
    }

    @FunctionalInterface
    private interface Visit {
        void to(ScriptedRelay relay) throws Exception;
    }

    private void securedBy(Certificate certificate, Visit visit) throws Exception {
        try (var relay = new ScriptedRelay(certificate)) {
            relay.answers("EHLO", "250-plain\r\n250 STARTTLS").answers("STARTTLS", "220 go");
            configured.setHost("127.0.0.1");
            configured.setPort(relay.port());
            configured.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");
            configured.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
            configured.getJavaMailProperties().put("mail.smtp.ssl.socketFactory", certificate.trusted());
            visit.to(relay);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, AGRpZ2VzdABzM2NyZXQtd29yZA==",
        "LOGIN, czNjcmV0LXdvcmQ=",
        "LOGIN, s3cret-word",
        "XOAUTH2, dXNlcj1kaWdlc3QBYXV0aD1CZWFyZXIgczNjcmV0LXdvcmQBAQ=="
    })
    void tellsNobodyHowItSignedInThoughTheRelayDoes(String mechanism, String said) {
        try (var relay = new ScriptedRelay()) {
            relay.answers("EHLO", "250-scripted\r\n250 AUTH " + mechanism)
                    .answers("AUTH", "500 what is AUTH " + mechanism + " " + said + "?");
            configured.setHost("127.0.0.1");
            configured.setPort(relay.port());
            configured.setUsername("digest");
            configured.setPassword("s3cret-word");
            configured.getJavaMailProperties().setProperty("mail.smtp.auth.mechanisms", mechanism);

            assertThatThrownBy(this::open)
                    .hasMessageContaining("what is AUTH")
                    .hasNoCause()
                    .hasMessageNotContainingAny(said, "s3cret-word");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "XOAUTH2, XOAUTH2, 334 eyJzdGF0dXMiOiI0MDEifQ==", // a token that is no longer good
        "PLAIN, CRAM-MD5, 235 in",
    })
    void takesAWayInThatDoesNotExistForARefusal(String ours, String theirs, String says) {
        try (var relay = new ScriptedRelay()) {
            relay.answers("EHLO", "250-scripted\r\n250 AUTH " + theirs).answers("AUTH", says);
            configured.setHost("127.0.0.1");
            configured.setPort(relay.port());
            configured.setUsername("digest");
            configured.setPassword("secret");
            configured.getJavaMailProperties().setProperty("mail.smtp.auth.mechanisms", ours);
            var connection = new Relay(ConfiguredRoute.of(configured, "news.example"), Patience.STANDARD).connection();

            assertThat(connection.open())
                    .hasValueSatisfying(answer -> assertThat(answer.outcome()).isEqualTo(Outcome.RELAY_REFUSES));
        }
    }

    private Line open() throws NoLine {
        return Dialling.open(ConfiguredRoute.of(configured, "news.example"), Patience.STANDARD);
    }
}
