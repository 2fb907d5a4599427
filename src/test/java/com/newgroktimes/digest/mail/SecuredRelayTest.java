package com.newgroktimes.digest.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.testing.Certificate;
import com.newgroktimes.digest.testing.DribblingLine;
import com.newgroktimes.digest.testing.ScriptedRelay;

import static com.newgroktimes.digest.testing.ScriptedRelay.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

/** What {@link RelayTest} promises, where TLS stands between us and the socket. */
@ParameterizedClass(name = "{0}, pipelining {1}")
@CsvSource({"smtp, true", "smtps, false", "smtps, true"})
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SecuredRelayTest {

    private static final Duration SOON = Duration.ofSeconds(1);

    /** Less than any phase takes but the one that ends soon. */
    private static final Duration IN_TIME = Duration.ofSeconds(25);

    private static final EmailAddress OURS = EmailAddress.ofOurs("digest@news.example");
    private static final EmailAddress ADA = EmailAddress.parse("ada@example.org");
    private static final EmailAddress BEN = EmailAddress.parse("ben@example.org");
    private static final Certificate CERTIFICATE = certificate();

    @Parameter(0)
    String protocol = "";

    @Parameter(1)
    boolean pipelining;

    private ScriptedRelay server;
    private Relay relay;
    private Relay.Connection connection;

    @BeforeEach
    void aRelay() throws Exception {
        server = new ScriptedRelay(CERTIFICATE).pipelines(pipelining);
        if (protocol.equals("smtps")) {
            server.securedFromTheStart();
        } else {
            String plain = "250-scripted\r\n250 STARTTLS";
            server.answers("EHLO", plain, "", plain, "").alwaysAnswers("STARTTLS", "220 go");
        }
        relay = new Relay(routeTo(server.port()), Phase.PATIENT);
        connection = relay.connection();
    }

    @AfterEach
    void hangUp() {
        connection.close();
        relay.close();
        server.close();
    }

    @Test
    void bringsOneMessageAfterAnotherOnOneLine() {
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(connection.offer(message(BEN)).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(server.messages()).hasSize(2);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void givesUpOnARelayThatStopsReading() {
        server.stallsAfterReading(1_000);

        try (Relay.Connection line = Phase.BODY.endsAfter(SOON, routeTo(server.port()))) {
            assertThat(inTime(line, large()).outcome()).isEqualTo(Outcome.PUT_OFF);
        }
        assertThat(server.messages()).isEmpty();
    }

    @Test
    void neverDoubtsWhatBrokeBeforeTheEnd() {
        server.leavesAfterReading(1_000);
        assertThat(inTime(connection, large()).outcome()).isEqualTo(Outcome.PUT_OFF);
    }

    @ParameterizedTest
    @CsvSource({"MAIL, PUT_OFF", "RCPT, PUT_OFF", "DATA, PUT_OFF", "DOT, UNKNOWN"})
    void givesUpOnARelayThatSaysNothing(String step, Outcome outcome) {
        server.answers(step, SILENCE);

        try (Relay.Connection line = Phase.of(step).endsAfter(SOON, routeTo(server.port()))) {
            Answer answer = inTime(line, message(ADA));

            assertThat(answer.outcome()).isEqualTo(outcome);
            assertThat(answer.reply())
                    .isEqualTo("The line broke at %s: the relay did not answer in time.".formatted(step));
            assertThat(line.offer(message(BEN)).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    /** Each byte in time, and a record of TLS never whole: to whoever reads it is one wait for all of them. */
    @Test
    void doesNotWaitForEverForARecordThatHasBegun() throws IOException {
        try (var slow = new DribblingLine(server.port(), Duration.ofMillis(300));
                Relay.Connection line = Phase.COMMAND.endsAfter(SOON, routeTo(slow.port()))) {
            assertThat(line.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
            slow.dribbles();

            Answer answer = inTime(line, message(BEN));

            assertThat(answer.reply()).isEqualTo("The line broke at MAIL: the relay did not answer in time.");
            assertThat(answer.outcome()).isEqualTo(Outcome.PUT_OFF);
        }
    }

    @Test
    void givesUpOnWhoeverNeverComesToTls() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Relay.Connection line = Phase.DIALLING.endsAfter(SOON, routeTo(silent.getLocalPort()))) {
            assertThat(inTime(line, message(ADA)).outcome()).isEqualTo(Outcome.RELAY_AWAY);
        }
    }

    private static Answer inTime(Relay.Connection line, Message message) {
        long begun = System.nanoTime();
        Answer answer = line.offer(message);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(IN_TIME);
        return answer;
    }

    private Route routeTo(int port) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
        try {
            return new Route(
                    protocol, "127.0.0.1", port, null, null, "news.example", properties, CERTIFICATE.trusted());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Certificate certificate() {
        try {
            return Certificate.of("ip:127.0.0.1");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Message message(EmailAddress to) {
        return new Message(
                OURS, to, "<1@news.example>", "Subject: Hello\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static Message large() {
        byte[] bytes = "0123456789\r\n".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
        return new Message(OURS, ADA, "<1@news.example>", bytes);
    }
}
