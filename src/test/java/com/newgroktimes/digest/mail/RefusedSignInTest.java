package com.newgroktimes.digest.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.testing.ScriptedRelay;

import static com.newgroktimes.digest.testing.ScriptedRelay.CUT;
import static org.assertj.core.api.Assertions.assertThat;

class RefusedSignInTest {

    private static final String WRONG = "535 5.7.8 wrong";
    private static final Message MESSAGE = new Message(
            EmailAddress.ofOurs("digest@news.example"),
            EmailAddress.parse("ada@example.org"),
            "<1@news.example>",
            "Subject: Hello\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII));

    private final AtomicLong nanos = new AtomicLong();
    private final ScriptedRelay server = new ScriptedRelay()
            .alwaysAnswers("EHLO", "250-scripted\r\n250 AUTH PLAIN")
            .alwaysAnswers("AUTH", WRONG);
    private Relay relay;

    @BeforeEach
    void withAPassword() {
        relay = new Relay(
                new Route(
                        "smtp",
                        "127.0.0.1",
                        server.port(),
                        "digest",
                        "secret",
                        "news.example",
                        new Properties(),
                        (SSLSocketFactory) SSLSocketFactory.getDefault()),
                Patience.STANDARD,
                Relay.Terms.USUAL,
                nanos::get);
    }

    @AfterEach
    void hangUp() {
        relay.close();
        server.close();
    }

    @Test
    void manySingleMailsAreOneWrongPasswordAMinute() {
        for (int i = 0; i < 20; i++) {
            Answer answer = relay.offer(MESSAGE);
            assertThat(answer.outcome()).isEqualTo(Outcome.RELAY_REFUSES);
            assertThat(answer.reply()).contains("wrong");
        }
        assertThat(signIns()).isEqualTo(1);

        nanos.addAndGet(RefusedSignIn.KEPT.toNanos() + 1);
        assertThat(relay.offer(MESSAGE).outcome()).isEqualTo(Outcome.RELAY_REFUSES);
        assertThat(signIns()).isEqualTo(2);
    }

    @Test
    void whoeverIsLetInTellsAllOthers() {
        relay.offer(MESSAGE);
        server.alwaysAnswers("AUTH", "235 2.7.0 in");

        try (Relay.Connection ofARun = relay.connection()) {
            assertThat(ofARun.open()).as("it asks for itself").isEmpty();
        }

        assertThat(relay.offer(MESSAGE).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void whatARunWasToldHoldsForSingleMails() {
        try (Relay.Connection ofARun = relay.connection()) {
            assertThat(ofARun.open()).map(Answer::outcome).isEqualTo(Optional.of(Outcome.RELAY_REFUSES));
        }

        assertThat(relay.offer(MESSAGE).outcome()).isEqualTo(Outcome.RELAY_REFUSES);
        assertThat(signIns()).isEqualTo(1);
    }

    /** The relay is started anew in the middle of a run, and has another password since. */
    @Test
    void manyLinesThatBreakAtOnceAreOneWrongPassword() throws Exception {
        server.alwaysAnswers("AUTH", "235 2.7.0 in");
        List<Relay.Connection> lines =
                Stream.generate(relay::connection).limit(8).toList();
        assertThat(lines).allMatch(line -> line.offer(MESSAGE).outcome() == Outcome.ACCEPTED);
        server.alwaysAnswers("AUTH", WRONG).alwaysAnswers("MAIL", CUT).takesItsTime("AUTH", Duration.ofMillis(200));

        ExecutorService senders = Executors.newFixedThreadPool(lines.size());
        try {
            List<Callable<Answer>> offers = lines.stream()
                    .<Callable<Answer>>map(line -> () -> line.offer(MESSAGE))
                    .toList();
            for (Future<Answer> answer : senders.invokeAll(offers)) {
                assertThat(answer.get().outcome()).isEqualTo(Outcome.RELAY_REFUSES);
            }
        } finally {
            senders.shutdown();
        }
        assertThat(lines).noneMatch(line -> line.open().isEmpty());
        assertThat(signIns()).isEqualTo(lines.size() + 1);

        server.alwaysAnswers("AUTH", "235 2.7.0 in");
        nanos.addAndGet(RefusedSignIn.KEPT.toNanos() + 1);
        assertThat(lines).allMatch(line -> line.open().isEmpty());
        lines.forEach(Relay.Connection::close);
    }

    /** Somebody has mended it, and presses Resume. */
    @Test
    void whoeverBeginsAfterARefusalAsksOnceForThemselves() {
        relay.offer(MESSAGE);

        try (Relay.Connection ofATest = relay.connection()) {
            for (int i = 0; i < 3; i++) {
                assertThat(ofATest.offer(MESSAGE).outcome()).isEqualTo(Outcome.RELAY_REFUSES);
            }
        }

        assertThat(signIns()).isEqualTo(2);
    }

    @Test
    void aRelayThatIsOnlyBusyIsAskedAgainAtOnce() {
        server.answers("AUTH", "454 4.7.0 not now").alwaysAnswers("AUTH", "235 2.7.0 in");

        assertThat(relay.offer(MESSAGE).outcome()).isEqualTo(Outcome.RELAY_AWAY);
        assertThat(relay.offer(MESSAGE).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    private long signIns() {
        return server.verbs().stream().filter("AUTH"::equals).count();
    }
}
