package com.newgroktimes.digest.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.testing.ScriptedRelay;

import static com.newgroktimes.digest.testing.ScriptedRelay.CUT;
import static org.assertj.core.api.Assertions.assertThat;

class RelayTest {

    private static final Patience SHORT = new Patience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3));

    private static final EmailAddress OURS = EmailAddress.ofOurs("digest@news.example");
    private static final EmailAddress ADA = EmailAddress.parse("ada@example.org");
    private static final EmailAddress BEN = EmailAddress.parse("ben@example.org");

    private final ScriptedRelay server = new ScriptedRelay();
    private final Relay relay = new Relay(Route.onLoopback(server.port(), "news.example"), SHORT);
    private final Relay.Connection connection = relay.connection();

    @AfterEach
    void hangUp() {
        connection.close();
        server.close();
    }

    @Test
    void handsOverAMessageAndSaysGoodbye() {
        Answer answer = relay.offer(message(ADA));

        assertThat(answer).isEqualTo(new Answer(Outcome.ACCEPTED, "2.0.0", "250 2.0.0 taken"));
        assertThat(server.commands())
                .containsExactly(
                        "EHLO news.example",
                        "MAIL FROM:<digest@news.example>",
                        "RCPT TO:<ada@example.org>",
                        "DATA",
                        "QUIT");
        assertThat(server.messages()).containsExactly("Subject: Hello\r\n\r\nHello\r\n");
    }

    @Test
    void keepsTheLineFromMessageToMessage() {
        for (int i = 0; i < 5; i++) {
            assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.messages()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "'Subject: x\r\n\r\n.\r\n..\r\n.x\r\na.\r\n', 'Subject: x\r\n\r\n..\r\n...\r\n..x\r\na.\r\n'",
        "'.x\r\n', '..x\r\n'",
        "'Subject: x\r\n\r\nno end', 'Subject: x\r\n\r\nno end\r\n'",
    })
    void doublesDotsAndEndsTheLastLine(String bytes, String onTheWire) {
        var message = new Message(OURS, ADA, "<1@news.example>", bytes.getBytes(StandardCharsets.US_ASCII));

        assertThat(relay.offer(message).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(server.messages()).containsExactly(onTheWire);
    }

    @ParameterizedTest
    @CsvSource({
        // before the dot, a 4yz is no refusal
        "MAIL, 451 4.3.0 later, PUT_OFF, 4.3.0",
        "RCPT, 450 4.2.1 busy, PUT_OFF, 4.2.1",
        "RCPT, 499 odd, PUT_OFF, 499",
        "DATA, 451 later, PUT_OFF, 451",
        "DOT, 452 4.3.1 full, PUT_OFF, 4.3.1",
        // whatever is said to MAIL is said of us
        "MAIL, 530 5.7.0 sign in first, RELAY_REFUSES, 5.7.0",
        "MAIL, 550 5.1.8 bad sender, RELAY_REFUSES, 5.1.8",
        "MAIL, 553 no, RELAY_REFUSES, 553",
        "MAIL, 552 5.3.4 too big, RELAY_REFUSES, 5.3.4",
        // at RCPT, of the reader, with exceptions
        "RCPT, 550 5.1.1 no such user, REFUSED, 5.1.1",
        "RCPT, 550 5.1.10 null MX, REFUSED, 5.1.10",
        "RCPT, 550 5.2.1 disabled, REFUSED, 5.2.1",
        "RCPT, 552 5.2.2 full, REFUSED, 5.2.2",
        "RCPT, 550 no, REFUSED, 550",
        "RCPT, 551 no, REFUSED, 551",
        "RCPT, 553 no, REFUSED, 553",
        "RCPT, 599 odd, REFUSED, 599",
        "RCPT, 554 5.7.1 relay access denied, OURS, 5.7.1",
        "RCPT, 550 5.1.7 bad sender, OURS, 5.1.7",
        "RCPT, 503 sender first, OURS, 503",
        "RCPT, 530 sign in first, OURS, 530",
        "DATA, 554 no, REFUSED, 554",
        "DATA, 554 5.7.1 blocked, OURS, 5.7.1",
        // after the dot, of the message, with exceptions
        "DOT, 550 5.1.1 no such user, REFUSED, 5.1.1",
        "DOT, 552 5.2.2 full, REFUSED, 5.2.2",
        "DOT, 550 5.1.8 bad sender, OURS, 5.1.8",
        "DOT, 552 5.3.4 too big, OURS, 5.3.4",
        "DOT, 554 5.6.0 malformed, OURS, 5.6.0",
        "DOT, 550 5.7.26 unauthenticated, OURS, 5.7.26",
        "DOT, 554 no, OURS, 554",
        // an enhanced code of another class is none
        "RCPT, 450 5.1.1 greylisted, PUT_OFF, 450",
        "DOT, 299 5.0.0 fine, ACCEPTED, 299",
        "DOT, 250 queued, ACCEPTED, 250",
    })
    void readsARefusalByItsStage(String step, String reply, Outcome outcome, String code) {
        server.answers(step, reply);

        Answer answer = connection.offer(message(ADA));
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.reply()).isEqualTo(reply);

        assertThat(connection.offer(message(BEN)).outcome())
                .as("the next reader")
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void clearsTheTableAfterARefusedReader() {
        server.answers("RCPT", "550 5.1.1 no");
        connection.offer(message(ADA));
        connection.offer(message(BEN));

        assertThat(server.verbs()).containsExactly("MAIL", "RCPT", "RSET", "MAIL", "RCPT", "DATA");
    }

    @Test
    void readsAllLinesOfAReply() {
        server.answers("RCPT", "550-5.1.1 There is no\r\n550-5.1.1 such\tmailbox\r\n550 5.1.1 here");

        assertThat(connection.offer(message(ADA)))
                .isEqualTo(new Answer(Outcome.REFUSED, "5.1.1", "550 5.1.1 There is no 5.1.1 such mailbox 5.1.1 here"));
    }

    @Test
    void masksTheAddressInTheRelaysWords() {
        server.answers("RCPT", "550 5.1.1 <ADA@example.org>: unknown, " + "x".repeat(600));

        assertThat(connection.offer(message(ADA)).reply())
                .startsWith("550 5.1.1 <a…@example.org>: unknown, x")
                .hasSizeLessThanOrEqualTo(512);
    }

    @ParameterizedTest
    @CsvSource({"MAIL, PUT_OFF", "RCPT, PUT_OFF", "DATA, PUT_OFF", "DOT, PUT_OFF"})
    void takesAWhole421ForAPutOff(String step, Outcome outcome) {
        server.answers(step, "421 4.3.2 going down");

        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(outcome);
        assertThat(connection.offer(message(BEN)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, PUT_OFF",
        "RCPT, PUT_OFF",
        "DATA, PUT_OFF",
        "DOT, UNKNOWN",
    })
    void knowsWhatALineThatBreaksMeans(String step, Outcome outcome) {
        for (String end : new String[] {"", "2", "250", "250 2.0.0 ta", "250-first\r\n", "250-first\r\n25"}) {
            server.answers(step, end + CUT);

            Answer answer = connection.offer(message(ADA));
            assertThat(answer.outcome()).as(end).isEqualTo(outcome);
            assertThat(answer.code()).isEmpty();
            assertThat(answer.reply()).contains(step).doesNotContain("\n");
        }
        assertThat(connection.offer(message(BEN)).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what?", "999 odd", "100 odd", "25 short", "2500 long", "302 odd"})
    void takesNoSenseForAnAnswer(String nonsense) {
        server.answers("RCPT", nonsense);
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.PUT_OFF);

        server.answers("DOT", nonsense);
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void neverDoubtsWhatBrokeBeforeTheEnd() {
        server.leavesAfterReading(1_000);
        assertThat(connection.offer(large()).outcome()).isEqualTo(Outcome.PUT_OFF);
    }

    @Test
    void givesUpOnARelayThatStopsReading() {
        server.stallsAfterReading(1_000);
        assertThat(connection.offer(large()).outcome()).isEqualTo(Outcome.PUT_OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"421 too many messages", CUT})
    void comesBackWhereTheLineEndedBetweenMessages(String end) {
        server.answers("MAIL", "", end, "", end);

        for (int i = 0; i < 3; i++) {
            assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(server.connections()).isEqualTo(3);
        assertThat(server.messages()).hasSize(3);
    }

    @Test
    void comesBackAfterALineThatClosedBehindAMessage() {
        server.answers("DOT", "250 taken\r\n421 that was enough" + CUT, "250 taken");

        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(connection.offer(message(BEN)).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void waitsLongerForTheAnswerToTheDotThanForOthers() {
        server.takesItsTime("DOT", Duration.ofMillis(1_500));
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);

        server.takesItsTime("DOT", Duration.ofSeconds(9));
        assertThat(connection.offer(message(ADA)))
                .isEqualTo(new Answer(Outcome.UNKNOWN, "", "The line broke at DOT: the relay did not answer in time."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void putsOffWhatIsNotAnsweredInTime(String step) {
        server.takesItsTime(step, Duration.ofSeconds(5));
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.PUT_OFF);
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 554 5.7.1 not you, 5.7.1",
        "GREETING, 421 4.3.2 too many connections, 4.3.2",
        "EHLO, 421 4.7.0 go away, 4.7.0",
        "GREETING, '" + CUT + "', ''",
        "GREETING, what?, ''",
    })
    void saysThatTheRelayIsAwayAndNotTheReader(String step, String reply, String code) {
        server.answers(step, reply).answers("HELO", reply);

        Answer answer = connection.offer(message(ADA));
        assertThat(answer.outcome()).isEqualTo(Outcome.RELAY_AWAY);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void saysWhichRelayIsAway() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        Answer answer = new Relay(Route.onLoopback(nobody, "news.example"), SHORT).offer(message(ADA));

        assertThat(answer.outcome()).isEqualTo(Outcome.RELAY_AWAY);
        assertThat(answer.reply()).contains("127.0.0.1:" + nobody).contains("refused");
    }

    @Test
    void greetsARelayThatKnowsNoEhlo() {
        server.answers("EHLO", "500 what?");
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(server.commands()).contains("HELO news.example");
    }

    @Test
    void sendsNothingThatTheRelayCalledTooLarge() {
        server.answers("EHLO", "250-scripted\r\n250 SIZE 20");

        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.RELAY_REFUSES);
        assertThat(server.verbs()).isEmpty();
    }

    @Test
    void tellsTheSizeToARelayThatAsks() {
        server.answers("EHLO", "250-scripted\r\n250 SIZE 0");
        connection.offer(message(ADA));

        assertThat(server.commands()).contains("MAIL FROM:<digest@news.example> SIZE=25");
    }

    @Test
    void writesBeyondAsciiOnlyWhereTheRelayCan() {
        EmailAddress dana = EmailAddress.parse("дана@example.org");
        assertThat(connection.offer(message(dana)))
                .extracting(Answer::outcome, Answer::code)
                .containsExactly(Outcome.REFUSED, "5.6.7");
        connection.close();

        server.answers("EHLO", "250-scripted\r\n250-8BITMIME\r\n250 SMTPUTF8");
        assertThat(connection.offer(message(dana)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(server.commands())
                .contains(
                        "MAIL FROM:<digest@news.example> SMTPUTF8 BODY=8BITMIME",
                        "RCPT TO:<дана@example.org>",
                        "MAIL FROM:<digest@news.example>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"452 4.5.3 too many recipients", "552 too many recipients"})
    void beginsAnewForARelayThatCountsRecipients(String full) {
        server.answers("RCPT", full);
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);

        server.answers("RCPT", full, full);
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.PUT_OFF);
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
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
