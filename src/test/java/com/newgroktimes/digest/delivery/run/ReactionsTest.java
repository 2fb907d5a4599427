package com.newgroktimes.digest.delivery.run;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.delivery.DeliverySettings.Safety;
import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.Share;
import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.DestinationName;
import com.newgroktimes.digest.delivery.ledger.LedgerUnderTest;
import com.newgroktimes.digest.delivery.ledger.LedgerWriter;
import com.newgroktimes.digest.delivery.ledger.Settlement;
import com.newgroktimes.digest.mail.Answer;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.Message;
import com.newgroktimes.digest.mail.Relay;
import com.newgroktimes.digest.mail.SpecimenRelay;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.ScriptedRelay;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.delivery.run.DestinationsTest.table;
import static org.assertj.core.api.Assertions.assertThat;

/** What follows for a destination from what it answers, from the wire to the clock. */
@DigestTest
class ReactionsTest {

    private static final int CONNECTIONS = 4;

    @Autowired
    private Aftermath aftermath;

    @Autowired
    private DeliverySettings settings;

    @Autowired
    private SettableClock clock;

    private final AtomicLong nanos = new AtomicLong();
    private final LedgerUnderTest ledger = new LedgerUnderTest();
    private final ScriptedRelay server = new ScriptedRelay();
    private final Relay relay = SpecimenRelay.at(server.port(), OptionalInt.of(CONNECTIONS));
    private RunLock lock;
    private long subscribers;

    @BeforeEach
    void begins() throws SQLException {
        lock = RunLock.take(ledger.connections, LedgerUnderTest.EDITION).orElseThrow();
    }

    @AfterEach
    void close() {
        lock.close();
        server.close();
    }

    /**
     * The last column is what the destination gets from then on: {@code all} connections; {@code slower}: one message in half a second;
     * or nothing for so many minutes, and then so many messages at once. Whatever it is, another destination gets all.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # domain          | stage | it says                                                              | delivery | it gets
            gmail.com         | DOT   | 250 2.0.0 OK  1700000000 x-1 - gsmtp                                 | ACCEPTED | all
            gmail.com         | DOT   | 421 4.7.28 Unusual rate of mail from your network                    | PUT_OFF  | 10 min, 1
            gmail.com         | RCPT  | 421 4.7.28 Unusual rate of mail from your network                    | PUT_OFF  | 10 min, 1
            googlemail.com    | DOT   | 421-4.7.0 This mail has been rate limited⏎421 4.7.0 gsmtp            | PUT_OFF  | 10 min, 1
            gmail.com         | DOT   | 550 5.7.28 There is an unusual rate of unsolicited mail - gsmtp      | WAITING  | 30 min, 1
            gmail.com         | DOT   | 550 5.7.1 The sending domain has a very low reputation - gsmtp       | WAITING  | 30 min, 1
            gmail.com         | DOT   | 550 5.7.26 This mail is unauthenticated - gsmtp                      | WAITING  | 30 min, all
            gmail.com         | DOT   | 550 5.7.1 This message is not RFC 5322 compliant                     | WAITING  | 30 min, all
            gmail.com         | DOT   | 421 5.7.32 The From header is not aligned                            | WAITING  | 30 min, all
            gmail.com         | DOT   | 421 4.7.27 This mail has been rate limited: SPF does not pass        | WAITING  | 30 min, all
            gmail.com         | RCPT  | 450 4.2.1 This user is receiving mail at a rate that prevents more   | PUT_OFF  | all
            gmail.com         | RCPT  | 550 5.2.1 This user is receiving mail at a rate that prevents more   | REFUSED  | all
            gmail.com         | RCPT  | 452 4.2.2 The recipient is out of storage space                      | PUT_OFF  | all
            gmail.com         | RCPT  | 550 5.1.1 There is no such account                                   | REFUSED  | all
            yahoo.com         | MAIL  | 421 4.7.0 [TSS04] Messages temporarily deferred for user complaints  | PUT_OFF  | slower
            yahoo.com         | DOT   | 451 Message temporarily deferred - [160]                             | PUT_OFF  | slower
            aol.com           | RCPT  | 553 5.7.1 [BL21] Connections will not be accepted                    | WAITING  | 30 min, all
            aol.com           | RCPT  | 553 5.7.2 [TSS09] All messages will be permanently deferred          | WAITING  | 30 min, all
            yahoo.com         | DOT   | 554 5.7.9 Message not accepted for policy reasons                    | WAITING  | 30 min, all
            yahoo.com         | RCPT  | 552 1 Requested mail action aborted, mailbox not found               | REFUSED  | all
            outlook.com       | MAIL  | 421 RP-001 The mail server has exceeded the rate limit, by reputation | PUT_OFF | slower
            hotmail.com       | RCPT  | 451 4.7.650 Temporarily rate limited due to IP reputation            | PUT_OFF  | slower
            hotmail.com       | RCPT  | 550 5.7.1 Part of their network is on our block list (S3150)         | WAITING  | 30 min, all
            outlook.com       | DOT   | 550 5.7.515 Access denied, it does not meet the required level       | WAITING  | 30 min, all
            outlook.com       | RCPT  | 550 5.5.0 Requested action not taken: mailbox unavailable            | REFUSED  | all
            icloud.com        | RCPT  | 421 4.7.1 Excessive volume                                           | PUT_OFF  | slower
            me.com            | DOT   | 554 5.7.1 [CS01] Message rejected due to local policy                | WAITING  | 30 min, all
            me.com            | RCPT  | 552 5.2.2 The mailbox is full                                        | REFUSED  | all
            own.example       | RCPT  | 421 4.3.2 Going down                                                 | PUT_OFF  | slower
            own.example       | MAIL  | 421 4.3.2 Going down                                                 | PUT_OFF  | all
            own.example       | RCPT  | 450 4.7.1 Greylisted                                                 | PUT_OFF  | all
            own.example       | RCPT  | 451 4.3.0 Later                                                      | PUT_OFF  | all
            own.example       | RCPT  | 550 5.7.1 Blocked                                                    | WAITING  | 30 min, all
            # said by the relay, of itself
            own.example       | DOT   | 454 Throttling failure: Maximum sending rate exceeded.               | WAITING  | all
            own.example       | DOT   | 454 Throttling failure: Daily message quota exceeded.                | WAITING  | all
            """)
    void followFromTheReply(String domain, String stage, String says, DeliveryState becomes, String gets)
            throws Exception {
        Destinations destinations = destinations();
        SafetyStop safety = new SafetyStop(settings.safety(), clock.instant());
        server.answers(stage, says.replace("⏎", "\r\n"));

        assertThat(settle(destinations, safety, to(domain)).to()).isEqualTo(becomes);

        assertThat(whatItGets(destinations, domain)).isEqualTo(gets);
        assertThat(atOnce(destinations, "other.example")).isEqualTo(CONNECTIONS);
    }

    /** A list that is wrong shows by whoever takes the mail, not by what stands behind the @. */
    @Test
    void refusalsOfAllDomainsOfAnOperatorAreInARow() throws Exception {
        SafetyStop safety = new SafetyStop(refusedInARow(3), clock.instant());
        Destinations destinations = destinations();
        server.alwaysAnswers("RCPT", "550 5.1.1 No such mailbox");
        settle(destinations, safety, to("gmail.com"));
        settle(destinations, safety, to("googlemail.com"));

        assertThat(safety.refused("the mail server", new DestinationName("google.com"), "550 5.1.1"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("google.com refused all of the last 3"));
    }

    @Test
    void whatOneDomainOfAnOperatorAcceptsSpeaksForTheOthers() throws Exception {
        SafetyStop safety = new SafetyStop(refusedInARow(2), clock.instant());
        server.answers("RCPT", "550 5.1.1 No such mailbox");
        Destinations destinations = destinations();
        settle(destinations, safety, to("gmail.com"));
        settle(destinations, safety, to("googlemail.com"));

        assertThat(safety.refused("the mail server", new DestinationName("google.com"), "550 5.1.1"))
                .isEmpty();
    }

    @Test
    void whatIsInDoubtIsCountedAmongThoseTried() throws Exception {
        SafetyStop safety = new SafetyStop(
                new Safety(Share.valueOf("50%"), 2, 0, Share.valueOf("50%"), 5, DataSize.ofMegabytes(1)),
                clock.instant());
        server.answers("DOT", ScriptedRelay.CUT);

        assertThat(settle(destinations(), safety, to("one.example")).to()).isEqualTo(DeliveryState.UNKNOWN);

        assertThat(safety.leftInDoubt("Connection reset")).isPresent();
    }

    private static Safety refusedInARow(int most) {
        return new Safety(Share.valueOf("100%"), 500, most, Share.valueOf("100%"), 5, DataSize.ofMegabytes(1));
    }

    private Destinations destinations() {
        return new Destinations(table(), ledger.brakes, LedgerUnderTest.EDITION, CONNECTIONS, clock, nanos::get);
    }

    private Settlement settle(Destinations destinations, SafetyStop safety, Delivery delivery) throws Exception {
        try (LedgerWriter writer = ledger.writer(1);
                Relay.Connection connection = relay.connection()) {
            Run run = new Run(
                    LedgerUnderTest.EDITION,
                    1,
                    new Gate(lock, () -> null, clock),
                    writer,
                    new Readahead(ledger.outstanding, LedgerUnderTest.EDITION, destinations, clock),
                    destinations,
                    Carriers.of(List.of(relay), settings, clock),
                    safety);
            Delivery.Reader reader = Objects.requireNonNull(delivery.reader());
            Answer answer = connection.offer(new Message(
                    EmailAddress.ofOurs("digest@news.example"),
                    EmailAddress.parse(reader.address()),
                    "<1@news.example>",
                    "Subject: Hello\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII)));
            return aftermath.of(run, run.carriers().next(), delivery, reader.domain(), answer);
        }
    }

    private String whatItGets(Destinations destinations, String domain) {
        if (atOnce(destinations, domain) == CONNECTIONS) {
            return "all";
        }
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        if (atOnce(destinations, domain) == 1) {
            return "slower";
        }
        int minutes = 0;
        while (atOnce(destinations, domain) == 0) {
            clock.advance(Duration.ofMinutes(1));
            nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
            minutes++;
        }
        int then = atOnce(destinations, domain);
        return "%d min, %s".formatted(minutes, then == CONNECTIONS ? "all" : String.valueOf(then));
    }

    private int atOnce(Destinations destinations, String domain) {
        List<Delivery> taken = new ArrayList<>();
        for (Delivery next = to(domain); destinations.takes(next); next = to(domain)) {
            taken.add(next);
        }
        taken.forEach(destinations::letsGo);
        return taken.size();
    }

    private Delivery to(String domain) {
        Delivery.Reader reader = new Delivery.Reader("ada@" + domain, domain, Instant.EPOCH);
        return new Delivery(++subscribers, DeliveryState.WAITING, 0, 1, 1, 1, reader, null);
    }
}
