package com.newgroktimes.digest.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.newgroktimes.digest.mail.smtp.Deadline;
import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.testing.ScriptedRelay;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static com.newgroktimes.digest.testing.ScriptedRelay.CUT;
import static com.newgroktimes.digest.testing.ScriptedRelay.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

@ParameterizedClass(name = "pipelining {0}")
@ValueSource(booleans = {false, true})
class RelayTest {

    @Parameter
    boolean pipelining;

    private static final Duration SOON = Duration.ofSeconds(1);

    private static final EmailAddress OURS = EmailAddress.ofOurs("digest@news.example");
    private static final EmailAddress ADA = EmailAddress.parse("ada@example.org");
    private static final EmailAddress BEN = EmailAddress.parse("ben@example.org");

    private final ScriptedRelay server = new ScriptedRelay();
    private final Route route = Route.onLoopback(server.port(), "news.example");
    private final Relay relay = new Relay(route, Phase.PATIENT, Relay.Terms.USUAL, System::nanoTime, Phase.ENOUGH);
    private final Relay.Connection connection = relay.connection();

    @BeforeEach
    void pipelines() {
        server.pipelines(pipelining);
    }

    @AfterEach
    void hangUp() {
        connection.close();
        relay.close();
        server.close();
    }

    @Test
    void handsOverAMessageAndSaysGoodbye() {
        Answer answer = relay.offer(message(ADA));

        assertThat(answer).isEqualTo(new Answer(Outcome.ACCEPTED, "2.0.0", "250 2.0.0 taken"));
        relay.close();
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
    void bringsOneSingleMailAfterAnotherOnOneLine() {
        for (EmailAddress reader : List.of(ADA, BEN, ADA)) {
            assertThat(relay.offer(message(reader)).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(server.commands()).doesNotContain("QUIT");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void takesLeaveWhereNoOtherSingleMailComes() {
        assertThat(new Relay(route, Phase.PATIENT).offer(message(ADA)).outcome())
                .isEqualTo(Outcome.ACCEPTED);

        eventually("we have taken leave", () -> server.commands().contains("QUIT"));
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void opensAnotherLineForASingleMailWhereTheRelayHasLeft() {
        server.answers("MAIL", "250 ok", CUT);

        assertThat(relay.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(relay.offer(message(BEN)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(server.connections()).isEqualTo(2);
    }

    /** It has asked for less: offering the message again at once would be the opposite. */
    @Test
    void asksNotAgainAtOnceWhereTheRelayLeavesALineOnWhichNothingWasBroughtYet() {
        server.answers("MAIL", "421 RP-001 Too many connections");

        assertThat(connection.open()).isEmpty();
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.PUT_OFF);
        assertThat(server.connections()).isOne();
    }

    @Test
    void tellsBeforeItDialsAndOnlyThen() {
        List<String> told = new ArrayList<>();

        assertThat(connection.open(ADA, () -> told.add("dials"))).isEmpty();
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(connection.open(BEN, () -> told.add("dials again"))).isEmpty();

        assertThat(told).containsExactly("dials");
    }

    @Test
    void keepsTheLineFromMessageToMessage() {
        for (int i = 0; i < 5; i++) {
            assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.messages()).hasSize(5);
    }

    @Test
    void endsTheLastLine() {
        byte[] noEnd = "Subject: x\r\n\r\nno end".getBytes(StandardCharsets.US_ASCII);

        assertThat(relay.offer(new Message(OURS, ADA, "<1@news.example>", noEnd))
                        .outcome())
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(server.messages()).containsExactly("Subject: x\r\n\r\nno end\r\n");
    }

    /** Some relays ask for a message though they refused its reader, and some do not (RFC 2920 §3.1). */
    @ParameterizedTest
    @ValueSource(strings = {"354 go", "554 5.5.1 no valid recipients"})
    void sendsNothingForAReaderWhoWasRefused(String toData) {
        server.answers("RCPT", "550 5.1.1 no");
        if (pipelining) {
            server.answers("DATA", toData);
        }
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(connection.offer(message(BEN)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(server.messages()).hasSize(1);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void clearsTheTableAfterARefusedReader() {
        server.answers("RCPT", "550 5.1.1 no");
        connection.offer(message(ADA));
        connection.offer(message(BEN));

        assertThat(server.verbs())
                .filteredOn(verb -> !verb.equals("DATA"))
                .containsExactly("MAIL", "RCPT", "RSET", "MAIL", "RCPT");
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

    @Test
    void neverDoubtsWhatBrokeBeforeTheEnd() {
        server.leavesAfterReading(1_000);
        assertThat(connection.offer(large()).outcome()).isEqualTo(Outcome.PUT_OFF);
    }

    @Test
    void givesUpOnARelayThatStopsReading() {
        server.stallsAfterReading(1_000);
        try (Relay.Connection hasty = Phase.BODY.endsAfter(SOON, route)) {
            assertThat(hasty.offer(large()).outcome()).isEqualTo(Outcome.PUT_OFF);
        }
    }

    /** Else the answer to one message would be taken for that to the next. */
    @Test
    void takesNothingForTheAnswerThatCameBeforeTheMessageWasWhole() {
        server.answers("DATA", "354 go\r\n250 2.0.0 early");

        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.PUT_OFF);
        assertThat(server.messages()).isEmpty();
        assertThat(connection.offer(message(BEN)).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void comesBackAfterALineThatClosedBehindAMessage() {
        server.answers("DOT", "250 taken\r\n421 that was enough" + CUT, "250 taken");

        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(connection.offer(message(BEN)).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void waitsLongerForTheAnswerToTheDotThanForOthers() {
        Duration other = SOON.multipliedBy(3);
        var longest = new Patience(other, other, other, other, Phase.ENOUGH, Phase.ENOUGH, other);
        server.takesItsTime("DOT", other.plusMillis(500));
        try (Relay.Connection patient = new Relay(route, longest).connection()) {
            assertThat(patient.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        }

        server.takesItsTime("DOT", Duration.ofSeconds(9));
        try (Relay.Connection hasty = Phase.DOT.endsAfter(SOON, route)) {
            assertThat(hasty.offer(message(ADA)))
                    .isEqualTo(new Answer(
                            Outcome.UNKNOWN, "", "The line broke at DOT: the relay did not answer in time."));
        }
    }

    @Test
    void saysWhichRelayIsAway() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        Answer answer = new Relay(Route.onLoopback(nobody, "news.example"), Phase.PATIENT).offer(message(ADA));

        assertThat(answer.outcome()).isEqualTo(Outcome.RELAY_AWAY);
        assertThat(answer.reply()).contains("127.0.0.1:" + nobody).contains("refused");
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

        byte[] noEnd = "Subject: Hello\r\n\r\nHello!".getBytes(StandardCharsets.US_ASCII);
        connection.offer(new Message(OURS, ADA, "<1@news.example>", noEnd));
        assertThat(server.commands()).contains("MAIL FROM:<digest@news.example> SIZE=26");
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

    @Test
    void greetsByHeloOnlyARelayThatKnowsNoEhlo() {
        server.answers("EHLO", "502 what?", "554 not you");

        assertThat(relay.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        relay.close();
        assertThat(relay.offer(message(ADA)).outcome()).isEqualTo(Outcome.RELAY_AWAY);
        assertThat(server.commands())
                .containsSubsequence("EHLO news.example", "HELO news.example")
                .containsOnlyOnce("HELO news.example");
    }

    @Test
    void comesBackOnceTheRelayIsOutOfStep() {
        server.answers("DOT", "250 taken\r\n250 and taken\r\n550 5.1.1 no");

        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(connection.offer(message(BEN)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(server.messages()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void doubtsWhatBrokeWhileItsEndWasOnTheWay(int bytesOfEnd) {
        server.leavesInsideTheEnd(bytesOfEnd).answers("DOT", CUT);
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void readsAnAnswerThatComesByteByByte() {
        server.dribbles("RCPT", Duration.ofMillis(5)).dribbles("DOT", Duration.ofMillis(5));
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    /** Each byte in time, and the whole of it never. */
    @ParameterizedTest
    @CsvSource({"GREETING, RELAY_AWAY", "RCPT, PUT_OFF", "DOT, UNKNOWN"})
    void doesNotWaitForEverForAnAnswerThatHasBegun(String step, Outcome outcome) {
        server.answers(step, "250 2.0.0 " + "x".repeat(400)).dribbles(step, Duration.ofMillis(300));
        try (Relay.Connection hasty = Phase.of(step).endsAfter(SOON, route)) {
            assertThat(hasty.offer(message(ADA)).outcome()).isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 220, RELAY_AWAY",
        "GREETING, '220-more\r\n', RELAY_AWAY",
        "EHLO, '250-MORE\r\n', RELAY_AWAY",
        "MAIL, 250, PUT_OFF",
        "RCPT, '550-more\r\n', PUT_OFF",
        "DOT, 250, UNKNOWN",
        "DOT, '250-more\r\n', UNKNOWN",
    })
    void readsNoAnswerWithoutEnd(String step, String torrent, Outcome outcome) {
        server.neverEnds(step, torrent);
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(outcome);
    }

    @Test
    void takesANewLineBeforeTheRelayWouldEndTheOld() {
        server.answers("EHLO", limits("MAILMAX=2 RCPTMAX=1"), limits("MAILMAX=2"), limits("MAILMAX=2"));
        for (int i = 0; i < 5; i++) {
            assertThat(connection.open()).isEmpty();
            assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(server.connections()).isEqualTo(3);
        assertThat(server.commands()).filteredOn("QUIT"::equals).hasSize(2);
    }

    @Test
    void takesANewLineForMoreDomainsThanTheRelayTakesOnOne() {
        server.answers("EHLO", limits("RCPTDOMAINMAX=1"), limits("RCPTDOMAINMAX=1"));
        EmailAddress elsewhere = EmailAddress.parse("eve@example.com");
        for (EmailAddress reader : List.of(ADA, BEN, elsewhere, elsewhere)) {
            assertThat(connection.offer(message(reader)).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(server.connections()).isEqualTo(2);
    }

    /** Dialling takes its time, and nothing that is in hand should wait for it. */
    @Test
    void takesANewLineForAnotherDomainBeforeTheMessageIsThere() {
        server.answers("EHLO", limits("RCPTDOMAINMAX=1"), limits("RCPTDOMAINMAX=1"));
        EmailAddress elsewhere = EmailAddress.parse("eve@example.com");
        assertThat(connection.isOpen()).isFalse();
        assertThat(connection.open(ADA, () -> {})).isEmpty();
        assertThat(connection.isOpen()).isTrue();
        assertThat(connection.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(connection.open(BEN, () -> {})).isEmpty();
        assertThat(server.connections()).isEqualTo(1);
        assertThat(connection.open(elsewhere, () -> {})).isEmpty();
        assertThat(server.connections()).isEqualTo(2);
        assertThat(connection.offer(message(elsewhere)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 452 4.3.1 full, true", "MAIL, 450 4.2.0 later, false", "RCPT, 451 4.3.0 later, false"})
    void whatIsSaidOfASystemBeforeTheReaderIsKnownIsSaidOfTheRelay(String step, String says, boolean ofRelay) {
        server.answers(step, says);

        assertThat(connection.offer(message(ADA)))
                .extracting(Answer::outcome, Answer::ofRelay)
                .containsExactly(Outcome.PUT_OFF, ofRelay);
    }

    private static String limits(String limits) {
        return "250-scripted\r\n250 LIMITS " + limits;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "421 idle", "500 what?", CUT, SILENCE})
    void asksALineThatWasIdleWhetherTheRelayIsThere(String answer) {
        server.answers("NOOP", answer);
        Relay.Connection doubtful =
                new Relay(route, idleAtOnce(answer.equals(SILENCE) ? SOON : Phase.ENOUGH)).connection();

        assertThat(doubtful.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(doubtful.offer(message(BEN)).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(server.verbs()).containsOnlyOnce("NOOP");
        assertThat(server.connections()).isEqualTo(answer.isEmpty() ? 1 : 2);
        doubtful.close();
    }

    private static Patience idleAtOnce(Duration brief) {
        return new Patience(Phase.ENOUGH, Phase.ENOUGH, Phase.ENOUGH, Phase.ENOUGH, Phase.ENOUGH, Duration.ZERO, brief);
    }

    /** Dialling anew for each reader of a destination that wants less would cost more than its mail. */
    @ParameterizedTest
    @CsvSource({
        "RCPT, '', 1",
        "DATA, '', 1",
        "DOT, '', 1",
        "RCPT, 421 4.3.2 bye, 2",
        "DATA, 500 what?, 2",
        "DOT, 421 4.3.2 bye, 2",
        "DOT, (silence), 2",
        "DOT, (cut), 2",
    })
    void asksWhetherARelayThatHandsOnA421Stays(String stage, String toReset, int connections) {
        server.answers(stage, "421 4.7.0 Too much for them")
                .answers("RSET", toReset.replace("(silence)", SILENCE).replace("(cut)", CUT));

        try (Relay.Connection line =
                toReset.equals("(silence)") ? Phase.BRIEF.endsAfter(SOON, route) : relay.connection()) {
            assertThat(line.offer(message(ADA)))
                    .extracting(Answer::outcome, Answer::code)
                    .containsExactly(Outcome.PUT_OFF, "4.7.0");
            assertThat(line.isOpen()).isEqualTo(connections == 1);
            assertThat(line.offer(message(BEN)).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(server.connections()).isEqualTo(connections);
        assertThat(server.verbs()).containsOnlyOnce("RSET");
    }

    /** It is as good as never claimed then, and a relay may still take as long as it likes before another is. */
    @Test
    void aMessageInHandWaitsForANewLineNoLongerThanASingleMailDoes() {
        server.answers("GREETING", "", SILENCE).answers("MAIL", "", CUT);
        try (Relay.Connection patient = Phase.DIALLING.endsAfter(SOON, route)) {
            assertThat(patient.open()).isEmpty();
            assertThat(patient.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);

            assertThat(patient.offer(message(BEN)).outcome()).isEqualTo(Outcome.RELAY_AWAY);

            server.takesItsTime("GREETING", SOON.multipliedBy(2));
            assertThat(patient.open()).isEmpty();
            server.takesItsTime("RCPT", SOON.multipliedBy(2));
            assertThat(patient.offer(message(BEN)).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
    }

    @Test
    void waitsOnlyBrieflyForAGoodbye() {
        server.answers("QUIT", SILENCE);
        long begun = System.nanoTime();
        try (Relay.Connection hasty = Phase.BRIEF.endsAfter(SOON, route)) {
            assertThat(hasty.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Phase.ENOUGH.dividedBy(2));
        eventually("it was told", () -> server.commands().contains("QUIT"));
        assertThat(server.commands()).endsWith("QUIT");
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <ADA@Example.ORG>: unknown, 550 5.1.1 <a…@example.org>: unknown",
        "550 5.1.1 ada%40example.org unknown, 550 5.1.1 a…%40example.org unknown",
        "550 forwarded to <eve.smith@example.net>, 550 forwarded to <e…@example.net>",
        "'550 \"eve s\"@example.net is no more', '550 e…@example.net is no more'",
        "550 nobody here, 550 nobody here",
    })
    void tellsNobodysAddressOn(String says, String told) {
        server.answers("RCPT", says);
        assertThat(connection.offer(message(ADA)).reply()).isEqualTo(told);

        server.answers("RCPT", "what? ada@example.org");
        assertThat(connection.offer(message(ADA)).reply()).doesNotContain("ada@");
    }

    @Test
    void keepsNoHalfAnAddressAtTheEndOfALongReply() {
        for (int i = 485; i < 512; i++) {
            server.answers("RCPT", "550 " + "x".repeat(i - 5) + " ada@example.org is unknown");
            assertThat(connection.offer(message(ADA)).reply())
                    .hasSizeLessThanOrEqualTo(512)
                    .doesNotContain("ada");
        }
    }

    @Test
    void keepsNothingThatATerminalOrADatabaseWouldChokeOn() {
        server.answers("RCPT", "550 \u001b[31mno\u0007 \u0080\u00fc\u00ff \u0002 caf\u00e9\tend");

        assertThat(connection.offer(message(ADA)).reply())
                .contains("[31mno")
                .endsWith("end")
                .matches("[^\\p{Cc}]*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "DOT"})
    void whoeverWaitsIsToldInTimeWhereverTheRelayFallsSilent(String step) {
        server.answers(step, SILENCE);
        long begun = System.nanoTime();

        Answer answer;
        try (Relay.Connection hasty = relay.connection(Deadline.in(SOON), () -> false)) {
            answer = hasty.offer(message(ADA));
            assertThat(hasty.offer(message(BEN)).outcome()).isEqualTo(Outcome.RELAY_AWAY);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(25));
        assertThat(answer.outcome())
                .isEqualTo(
                        switch (step) {
                            case "GREETING", "EHLO" -> Outcome.RELAY_AWAY;
                            case "DOT" -> Outcome.UNKNOWN;
                            default -> Outcome.PUT_OFF;
                        });
        assertThat(server.messages()).hasSizeLessThan(2);
    }

    @Test
    void whoeverWaitsIsToldInTimeByARelayThatTakesItsTimeOverEachAnswer() {
        List<String> steps = List.of("EHLO", "MAIL", "RCPT", "DATA", "DOT");

        steps.forEach(step -> server.takesItsTime(step, Duration.ofMillis(600)));
        try (Relay.Connection hasty = relay.connection(Deadline.in(Duration.ofMillis(1_500)), () -> false)) {
            assertThat(hasty.offer(message(ADA)).outcome()).isEqualTo(Outcome.PUT_OFF);
        }

        steps.forEach(step -> server.takesItsTime(step, Duration.ofMillis(200)));
        try (Relay.Connection patient = relay.connection(Deadline.in(Phase.ENOUGH), () -> false)) {
            assertThat(patient.offer(message(ADA)).outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(patient.offer(message(BEN)).outcome()).isEqualTo(Outcome.ACCEPTED);
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
