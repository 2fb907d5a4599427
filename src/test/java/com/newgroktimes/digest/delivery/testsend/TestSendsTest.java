package com.newgroktimes.digest.delivery.testsend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.delivery.TestAddresses;
import com.newgroktimes.digest.delivery.TestCopy;
import com.newgroktimes.digest.delivery.TestSend;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionProof;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.mail.Answer;
import com.newgroktimes.digest.mail.Relays;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.subscribers.Suppression;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** What is remembered of tests, and for how long. */
@DigestTest
class TestSendsTest {

    private static final Variant USUAL = new Variant("en", "html", List.of());

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private PastTests past;

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Claims claims;

    @Autowired
    private TestSendTable sends;

    @Autowired
    private TestCopyTable copies;

    @Autowired
    private TestMails mails;

    @Autowired
    private Relays relays;

    @Autowired
    private Readers readers;

    @Autowired
    private JdbcClient database;

    @Autowired
    private SettableClock clock;

    private Edition edition;

    @BeforeEach
    void anEditionIsThere() {
        edition = new Newsroom(stories, editions, database).hasAnEdition();
    }

    @AfterEach
    void theMailServerTakesEverything() {
        MailServer.takesEverything();
    }

    @Test
    void theLastTestIsKeptWithWhatWasTested() {
        send("ana", "a@example.org", "b@example.org");
        send("ben", "c@example.org");

        TestSend last = deliveries.lastTest(1).orElseThrow();

        assertThat(last.by()).isEqualTo("ben");
        assertThat(last.contentHash()).isEqualTo(edition.contentHash());
        assertThat(last.at()).isEqualTo(clock.instant());
        assertThat(last.copies()).extracting(TestCopy::email).containsExactly("c@example.org");
        assertThat(deliveries.lastTest(2)).isEmpty();
    }

    @Test
    void eachOperatorIsOfferedTheirOwnAddressesAndWhoeverHasNoneThoseOfTheEdition() {
        send("ana", "a@example.org", "b@example.org");
        send("ben", "c@example.org");

        assertThat(deliveries.lastTestAddresses(7, "ana")).containsExactly("a@example.org", "b@example.org");
        assertThat(deliveries.lastTestAddresses(1, "cleo")).containsExactly("c@example.org");
        assertThat(deliveries.lastTestAddresses(7, "cleo")).isEmpty();
    }

    @Test
    void aReadersAddressGoesWhenTheyDo() {
        Subscriber ada = readers.confirmed("ada@example.org");
        send("ana", "ada@example.org", "b@example.org");
        assertThat(emails()).containsExactly("ada@example.org", "b@example.org");

        erases(ada);

        assertThat(emails()).containsExactly(null, "b@example.org");
        assertThat(deliveries.lastTestAddresses(1, "ana")).containsExactly("b@example.org");
        assertThat(database.sql("select c::text from test_copy c")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains("ada@"));
    }

    @Test
    void soDoesOneThatBecameAReadersLater() {
        send("ana", "ada@example.org");
        Subscriber ada = readers.confirmed("ada@example.org");

        past.tidy(clock.instant().minus(Duration.ofDays(180)));
        assertThat(emails()).containsExactly("ada@example.org");
        erases(ada);

        assertThat(emails()).containsOnlyNulls();
    }

    @Test
    void inWhateverCaseItIsSpelt() {
        send("ana", "Ada@example.org", "ADA@example.org");
        Subscriber ada = readers.confirmed("ada@example.org");
        Subscriber loud = readers.confirmed("ADA@example.org");

        past.tidy(clock.instant().minus(Duration.ofDays(180)));
        assertThat(emails()).containsExactly("ada@example.org", "ADA@example.org");
        erases(ada);
        erases(loud);

        assertThat(emails()).containsOnlyNulls();
    }

    @Test
    void whatIsOldIsForgotten() {
        send("ana", "a@example.org");
        clock.advance(Duration.ofDays(181));
        send("ana", "b@example.org");

        past.tidy(clock.instant().minus(Duration.ofDays(180)));

        assertThat(database.sql("select address from test_copy")
                        .query(String.class)
                        .list())
                .containsExactly("b@example.org");
    }

    @Test
    void whatWasCutShortIsInDoubtAfterAWhileAndKeepsNobodyFromTestingAgain() {
        claims.claim(editions.proof(1, USUAL), List.of(addressee("a@example.org")), "ana", clock.instant());
        assertThat(states()).containsExactly(DeliveryState.SENDING);

        clock.advance(PastTests.OVER_BY_THEN);

        assertThat(states()).containsExactly(DeliveryState.UNKNOWN);
        send("ana", "a@example.org");
        assertThat(states()).containsExactly(DeliveryState.ACCEPTED);
    }

    @Test
    void anAddressIsKeptFromMailInWhateverCaseItIsSpelt() {
        Subscriber ada = readers.confirmed("ada@example.org");
        readers.confirmed("ADA@example.org");
        subscribers.suppress(ada.id(), Suppression.ERASED, "test");
        withoutLetters();

        TestSend test = deliveries.test(1, USUAL, to("ADA@example.org", "Ada@example.org", "adb@example.org"), "ana");

        assertThat(test.copies())
                .extracting(TestCopy::email, TestCopy::state, TestCopy::code)
                .containsExactly(
                        tuple("ADA@example.org", DeliveryState.SKIPPED, "ERASED"),
                        tuple(null, DeliveryState.SKIPPED, "ERASED"),
                        tuple("adb@example.org", DeliveryState.ACCEPTED, "250"));
        assertThat(MailServer.received()).hasSize(1);
    }

    @Test
    void whoeverAsksForNoMoreMailWhileTheTestIsUnderWayGetsNone() {
        Subscriber ada = readers.confirmed("ada@example.org");
        withoutLetters();
        var interrupted = sends(new Claims(sends, copies, clock) {
            @Override
            void settle(long copy, Answer answer) {
                super.settle(copy, answer);
                subscribers.suppress(ada.id(), Suppression.COMPLAINT, "test");
            }
        });

        TestSend test = interrupted.send(1, USUAL, to("ben@example.org", "ada@example.org"), "ana");

        assertThat(test.copies())
                .extracting(TestCopy::state, TestCopy::code)
                .containsExactly(tuple(DeliveryState.ACCEPTED, "250"), tuple(DeliveryState.SKIPPED, "COMPLAINT"));
        assertThat(MailServer.received()).hasSize(1);
    }

    /** Between asking for the line and taking it, the database was asked who must not be mailed. */
    @Test
    void aLineThatBreaksBeforeTheFirstCopyIsTakenAnew() {
        var interrupted = sends(new Claims(sends, copies, clock) {
            @Override
            Claim claim(EditionProof proof, List<Addressee> addressees, String by, Instant asked) {
                Claim claim = super.claim(proof, addressees, by, asked);
                MailServer.goesAway();
                MailServer.comesBack();
                return claim;
            }
        });

        TestSend test = interrupted.send(1, USUAL, to("a@example.org", "b@example.org"), "ana");

        assertThat(test.copies()).extracting(TestCopy::state).containsOnly(DeliveryState.ACCEPTED);
        assertThat(MailServer.received()).hasSize(2);
    }

    @Test
    void aDatabaseThatGoesAwayBetweenTwoCopiesIsNotToldAsNothing() {
        var cutShort = sends(new Claims(sends, copies, clock) {
            @Override
            void settle(long copy, Answer answer) {
                throw new DataAccessResourceFailureException("gone");
            }
        });

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> cutShort.send(1, USUAL, to("a@example.org", "b@example.org"), "ana"))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE))
                .withMessageContainingAll(
                        "The database does not answer.", "Some copies may have gone out.", "Look at the edition");
        assertThat(MailServer.received()).hasSize(1);
    }

    @Test
    void aButtonThatIsPressedTwiceSendsOneTest() {
        send("ana", "a@example.org", "b@example.org");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> deliveries.test(1, USUAL, to("b@example.org", "a@example.org"), "ana"))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT))
                .withMessageContaining("Nothing more was sent.");
        assertThat(MailServer.received()).hasSize(2);

        send("ben", "a@example.org", "b@example.org");
        send("ana", "a@example.org");
        clock.advance(Claims.SAME_PRESS);
        send("ana", "a@example.org");
        assertThat(MailServer.received()).hasSize(6);
    }

    @Test
    void whoeverPressedTheButtonIsAnsweredThoughTheRelayIsNot() {
        var hasty = sends(claims, Duration.ofSeconds(4));
        MailServer.takesOnly(1);

        TestSend test = hasty.send(1, USUAL, to("a@example.org", "b@example.org", "c@example.org"), "ana");

        assertThat(test.copies())
                .extracting(TestCopy::state)
                .containsExactly(DeliveryState.ACCEPTED, DeliveryState.UNKNOWN, DeliveryState.PUT_OFF);
        MailServer.takesEverything();
        eventually(
                "the second one arrives all the same",
                () -> MailServer.received().size() == 2);
    }

    private TestSends sends(Claims claims) {
        return sends(claims, TestSends.PATIENCE);
    }

    private TestSends sends(Claims claims, Duration patience) {
        return new TestSends(editions, subscribers, claims, past, mails, relays, clock, patience);
    }

    private void withoutLetters() {
        readers.haveTheirLetters();
        MailServer.forgets();
    }

    private void erases(Subscriber reader) {
        readers.haveTheirLetters();
        Stream.of("delete from evidence where subscriber = :id", "delete from subscriber where id = :id")
                .forEach(erasure ->
                        database.sql(erasure).param("id", reader.id()).update());
    }

    private void send(String by, String... addresses) {
        assertThat(deliveries.test(1, USUAL, to(addresses), by).accepted()).isEqualTo(addresses.length);
    }

    private static TestAddresses to(String... addresses) {
        return TestAddresses.parse(List.of(addresses));
    }

    private static Addressee addressee(String address) {
        return new Addressee(to(address).all().get(0), null, null);
    }

    private List<String> emails() {
        return deliveries.lastTest(1).orElseThrow().copies().stream()
                .map(TestCopy::email)
                .toList();
    }

    private List<DeliveryState> states() {
        return deliveries.lastTest(1).orElseThrow().copies().stream()
                .map(TestCopy::state)
                .toList();
    }
}
