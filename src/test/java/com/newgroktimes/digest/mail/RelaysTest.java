package com.newgroktimes.digest.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.testing.ScriptedRelay;

import static com.newgroktimes.digest.testing.ScriptedRelay.CUT;
import static com.newgroktimes.digest.testing.ScriptedRelay.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

class RelaysTest {

    private static final Message HELLO = new Message(
            EmailAddress.ofOurs("digest@news.example"),
            EmailAddress.parse("ada@example.org"),
            "<12.1.345.MAC-of_it@news.example>",
            "Subject: Hello\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII));

    private static final Message TO_JOERG = new Message(
            HELLO.returnPath(), EmailAddress.parse("j\u00f6rg@example.org"), HELLO.messageId(), HELLO.bytes());

    private final AtomicLong nanos = new AtomicLong();
    private final ScriptedRelay first = new ScriptedRelay();
    private final ScriptedRelay second = new ScriptedRelay();
    private final Relays relays = new Relays(
            List.of(relay(first.port(), RelayKind.PLAIN), relay(second.port(), RelayKind.PLAIN)), nanos::get);

    @AfterEach
    void close() {
        relays.close();
        first.close();
        second.close();
    }

    @Test
    void singleMailsGoToTheFirst() {
        relays.offer(HELLO);
        relays.offer(HELLO);

        assertThat(first.messages()).hasSize(2);
        assertThat(second.connections()).isZero();
    }

    @Test
    void whereOneIsAwayTheNextIsAskedAndTheFirstLeftAloneForAWhile() {
        first.close();

        assertThat(relays.offer(HELLO).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(second.messages()).hasSize(1);

        try (ScriptedRelay back = ScriptedRelay.at(first.port())) {
            nanos.addAndGet(Duration.ofSeconds(29).toNanos());
            relays.offer(HELLO);
            assertThat(back.messages()).isEmpty();
            nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            relays.offer(HELLO);
            assertThat(back.messages()).hasSize(1);
            relays.close();
        }
    }

    @Test
    void oneThatRefusesUsLeavesItToTheNext() {
        first.answers("MAIL", "550 5.7.1 not you");

        assertThat(relays.offer(HELLO).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(second.messages()).hasSize(1);
    }

    @Test
    void oneThatRefusesUsIsLeftAloneForLonger() {
        first.answers("MAIL", "550 5.7.1 not you");
        relays.offer(HELLO);

        nanos.addAndGet(Duration.ofMinutes(9).toNanos());
        relays.offer(HELLO);
        assertThat(first.verbs()).containsOnlyOnce("MAIL");

        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        relays.offer(HELLO);
        assertThat(first.messages()).hasSize(1);
    }

    @Test
    void anAddressBeyondAsciiGoesByTheOneThatTakesIt() {
        second.alwaysAnswers("EHLO", "250-scripted\r\n250-8BITMIME\r\n250 SMTPUTF8");

        assertThat(relays.offer(TO_JOERG).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(second.messages()).hasSize(1);

        relays.offer(HELLO);
        assertThat(first.messages()).hasSize(1);
    }

    @Test
    void anAddressBeyondAsciiIsNotRefusedWhileOneThatMayTakeItIsAway() {
        first.close();

        assertThat(relays.offer(TO_JOERG).outcome()).isEqualTo(Outcome.RELAY_AWAY);

        try (ScriptedRelay back = ScriptedRelay.at(first.port())) {
            nanos.addAndGet(Duration.ofSeconds(31).toNanos());
            assertThat(relays.offer(TO_JOERG).code()).isEqualTo("5.6.7");
            assertThat(back.connections()).isOne();
            relays.close();
        }
    }

    /** One name may stand for many machines. */
    @Test
    void norWhereAnotherOfItsMachinesTookOneAMomentAgo() {
        first.answers("EHLO", "250-scripted\r\n250-8BITMIME\r\n250 SMTPUTF8").answers("MAIL", "", CUT);
        assertThat(relays.offer(TO_JOERG).outcome()).isEqualTo(Outcome.ACCEPTED);

        assertThat(relays.offer(TO_JOERG).outcome()).isEqualTo(Outcome.RELAY_AWAY);

        nanos.addAndGet(Duration.ofMinutes(61).toNanos());
        assertThat(relays.offer(TO_JOERG).code()).isEqualTo("5.6.7");
    }

    @Test
    void whatADestinationSaysOfSuchAnAddressIsForGood() {
        first.alwaysAnswers("EHLO", "250-scripted\r\n250-8BITMIME\r\n250 SMTPUTF8")
                .answers("RCPT", "553 5.6.7 not here");

        assertThat(relays.offer(TO_JOERG).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void oneWhoseQuotaIsUsedUpLeavesItToTheNext() {
        first.answers("DOT", "454 Throttling failure: Daily message quota exceeded.");

        assertThat(relays.offer(HELLO).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(second.messages()).hasSize(1);
    }

    /** What it says of itself, or of us. */
    @ParameterizedTest
    @CsvSource({
        "MAIL, 452 4.3.1 no room",
        "RCPT, 451 4.3.0 later",
        "RCPT, 554 5.7.1 relay access denied",
        "RCPT, ''",
        "DOT, 451 4.3.5 later",
    })
    void whatAnotherMayTakeIsOfferedToIt(String step, String answer) {
        first.answers(step, answer.isEmpty() ? CUT : answer);

        assertThat(relays.offer(HELLO).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(second.messages()).hasSize(1);
    }

    @Test
    void oneThatTakesTheCallAndSaysNothingLeavesTimeForTheNext() {
        first.answers("GREETING", SILENCE);

        try (Relay.Connection line = relays.connection(Duration.ofSeconds(8))) {
            assertThat(line.offer(HELLO).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(second.messages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 nobody here, REFUSED",
        "RCPT, 450 4.2.1 later, PUT_OFF",
    })
    void whatIsSaidOfAReaderIsNotAskedTwice(String step, String answer, Outcome outcome) {
        first.answers(step, answer);

        assertThat(relays.offer(HELLO).outcome()).isEqualTo(outcome);
        assertThat(second.connections()).isZero();
    }

    @Test
    void whatMayHaveBeenTakenIsOfferedToNobodyElse() {
        first.answers("DOT", CUT);

        assertThat(relays.offer(HELLO).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(second.connections()).isZero();
    }

    @Test
    void whereAllAreAwayTheLastWordIsTold() {
        first.close();
        second.close();

        Answer answer = relays.offer(HELLO);

        assertThat(answer.outcome()).isEqualTo(Outcome.RELAY_AWAY);
        assertThat(answer.reply()).contains(String.valueOf(second.port()));
        assertThat(relays.offer(HELLO).outcome()).isEqualTo(Outcome.RELAY_AWAY);
    }

    /** And is known to be back for whoever comes next. */
    @Test
    void whoWaitsFindsOutThatOneIsBack() {
        first.close();
        relays.offer(HELLO);

        try (ScriptedRelay back = ScriptedRelay.at(first.port())) {
            nanos.addAndGet(Duration.ofSeconds(31).toNanos());
            relays.connection(Duration.ofSeconds(10)).close();
            relays.offer(HELLO);

            assertThat(back.messages()).hasSize(1);
            relays.close();
        }
    }

    @Test
    void whoWaitsGetsALineToOneThatIsThere() {
        first.close();

        try (Relay.Connection line = relays.connection(Duration.ofSeconds(10))) {
            assertThat(line.offer(HELLO).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(second.messages()).hasSize(1);
    }

    @Test
    void whereNoneCanBeTalkedToWhoWaitsIsToldWhyOfEach() {
        first.close();
        second.close();

        try (Relay.Connection line = relays.connection(Duration.ofSeconds(10))) {
            Answer why = line.open().orElseThrow();

            assertThat(why.outcome()).isEqualTo(Outcome.RELAY_AWAY);
            assertThat(why.reply()).contains("127.0.0.1:" + first.port(), "127.0.0.1:" + second.port());
            assertThat(line.offer(HELLO)).isEqualTo(why);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, ''",
        "SES, X-SES-MESSAGE-TAGS: digest=12-1-345-MAC-of_it",
        "POSTMARK, X-PM-Metadata-digest: 12-1-345-MAC-of_it",
    })
    void aServiceThatRenamesMessagesIsToldOurNameInItsOwnHeader(RelayKind kind, String header) {
        Relay relay = relay(first.port(), kind);

        relay.offer(HELLO);
        relay.close();

        assertThat(first.messages())
                .containsExactly((header.isEmpty() ? "" : header + "\r\n") + "Subject: Hello\r\n\r\nHello\r\n");
    }

    private Relay relay(int port, RelayKind kind) {
        return new Relay(
                Route.onLoopback(port, "news.example"),
                Patience.STANDARD,
                new Relay.Terms(OptionalInt.empty(), 0, kind),
                nanos::get);
    }
}
