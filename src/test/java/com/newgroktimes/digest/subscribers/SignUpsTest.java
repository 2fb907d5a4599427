package com.newgroktimes.digest.subscribers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.testing.DigestTest;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Sign-ups that come at the same time are written together; nobody may notice. */
@DigestTest
class SignUpsTest {

    private static final EmailAddress ADA = EmailAddress.parse("ada@example.org");
    private static final String NETWORK = "192.0.2.0/24";
    private static final int MANY = 40;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private final ExecutorService browsers = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        browsers.shutdownNow();
    }

    @Test
    void aSignUpThatCannotBeKeptWholeIsNotKeptAtAll() {
        noLetterCanBeOwed(() -> assertThatThrownBy(() -> signUp(ADA)).isInstanceOf(DataAccessException.class));

        assertThat(subscribers.find(ADA)).isEmpty();
    }

    @Test
    void itsTransactionIsNobodysButItsOwn() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(begun -> signUp(ADA)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void thoseWhoComeAtOnceAreKeptInGroupsWithTheirEvidenceAndTheirLetters() {
        assertThat(comeAtOnce(MANY)).allSatisfy(one -> assertThat(one).succeedsWithin(30, SECONDS));

        assertThat(count("select count(*) from subscriber where state = 'PENDING'"))
                .isEqualTo(MANY);
        assertThat(count("select count(*) from evidence where what = 'signed up'"))
                .isEqualTo(MANY);
        assertThat(count("select count(distinct xmin::text) from subscriber")).isLessThan(MANY);
        eventually(
                "each has the mail",
                () -> count("select count(*) from evidence where what = 'confirmation mailed'") == MANY);
    }

    @Test
    void whoHoldsOneRowHoldsUpNobodyElse() {
        signUp(reader(0));

        List<CompletableFuture<Void>> all = transaction.execute(begun -> {
            List<CompletableFuture<Void>> coming = new ArrayList<>();
            holdRow(reader(0));
            for (int presses = 0; presses < 3; presses++) {
                coming.add(comes(reader(0)));
            }
            coming.addAll(comeAtOnce(MANY));
            eventually(
                    "all others are through",
                    () -> coming.stream().filter(CompletableFuture::isDone).count() == MANY - 1);
            return coming;
        });

        assertThat(all).allSatisfy(one -> assertThat(one).succeedsWithin(30, SECONDS));
    }

    @Test
    void spellingsOfOneInboxThatComeAtOnceShareItsBudget() {
        List<CompletableFuture<Void>> all = IntStream.range(0, MANY)
                .mapToObj(number -> EmailAddress.parse(
                        (number % 2 == 0 ? "a.d.a+%d@gmail.com" : "A.DA+%d@googlemail.com").formatted(number)))
                .map(this::comes)
                .toList();

        assertThat(all).allSatisfy(one -> assertThat(one).succeedsWithin(60, SECONDS));
        assertThat(count("""
                        select count(*) from evidence e join subscriber s on s.id = e.subscriber
                         where s.inbox = 'ada@gmail.com' and e.what = 'signed up'
                        """)).isEqualTo(InboxBudget.A_DAY);
    }

    /** What the database takes for one letter, and we do not. */
    @ParameterizedTest
    @CsvSource({"stra\u00df, stra\u1e9e, stra\u00df@example.org", "ibrahim, \u0130brahim, ibrahim@example.org"})
    void lettersThatAreOneToTheDatabaseAreOneInbox(String one, String other, String inbox) {
        List<CompletableFuture<Void>> all = IntStream.range(0, MANY)
                .mapToObj(number -> EmailAddress.parse((number % 2 == 0 ? one : other) + "+" + number + "@example.org"))
                .map(this::comes)
                .toList();

        assertThat(all).allSatisfy(signUp -> assertThat(signUp).succeedsWithin(60, SECONDS));
        assertThat(database.sql("""
                                select count(*) from evidence e join subscriber s on s.id = e.subscriber
                                 where s.inbox = :inbox and e.what = 'signed up'
                                """).param("inbox", inbox).query(Integer.class).single())
                .isEqualTo(InboxBudget.A_DAY);
    }

    /** More than the pool has connections. */
    @Test
    void manyForOneInboxThatIsHeldAreToldSoAndTakeNothingFromOthers() {
        signUp(reader(0));

        transaction.executeWithoutResult(begun -> {
            holdInbox(reader(0));
            List<CompletableFuture<Void>> held =
                    IntStream.range(0, 30).mapToObj(n -> comes(reader(0))).toList();
            assertThat(comeAtOnce(MANY).subList(1, MANY))
                    .allSatisfy(one -> assertThat(one).succeedsWithin(9, SECONDS));
            assertThat(held)
                    .allSatisfy(one -> assertThat(one)
                            .failsWithin(40, SECONDS)
                            .withThrowableOfType(ExecutionException.class)
                            .withCauseInstanceOf(TransientDataAccessResourceException.class));
        });
    }

    /** Whoever has the right to be there or not, as the doors cannot tell. */
    @Test
    void whoPressesAgainAndAgainForWhatIsHeldTakesNothingFromOthers() {
        signUp(reader(0));
        signUp(reader(1));
        long ofAHeldInbox = number(reader(0));
        long ofAHeldRow = number(reader(1));
        List<Runnable> presses = List.of(
                () -> subscribers.askToLeave(reader(0), NETWORK),
                () -> subscribers.askToLeave(reader(1), NETWORK),
                () -> subscribers.signUpAgain(ofAHeldInbox, NETWORK),
                () -> subscribers.askForLink(ofAHeldInbox, Errand.COPY, NETWORK),
                () -> subscribers.askForLink(ofAHeldRow, Errand.COPY, NETWORK),
                () -> subscribers.askForNewAddress(ofAHeldRow, reader(2), NETWORK),
                () -> subscribers.notMe(ofAHeldRow, Instant.now(), NETWORK),
                () -> subscribers.speak(ofAHeldRow, "de", NETWORK),
                () -> subscribers.leave(ofAHeldRow, NETWORK));

        transaction.executeWithoutResult(begun -> {
            holdInbox(reader(0));
            holdRow(reader(1));
            List<CompletableFuture<Void>> held = presses.stream()
                    .flatMap(press -> Stream.generate(() -> press).limit(10))
                    .map(press -> CompletableFuture.runAsync(press, browsers))
                    .toList();
            assertThat(comeAtOnce(MANY).subList(2, MANY))
                    .allSatisfy(one -> assertThat(one).succeedsWithin(9, SECONDS));
            assertThat(held)
                    .allSatisfy(one -> assertThat(one)
                            .failsWithin(40, SECONDS)
                            .withThrowableOfType(ExecutionException.class)
                            .withCauseInstanceOf(TransientDataAccessResourceException.class));
        });
    }

    @Test
    void aNameThatIsHeldAtOneDomainIsNotAtAnother() {
        EmailAddress elsewhere = EmailAddress.parse("reader.0@example.net");
        signUp(reader(0));
        signUp(elsewhere);
        eventually(
                "their letters wait for nothing any more",
                () -> count("select count(*) from scheduled_tasks where task_name = 'letter'") == 0);

        transaction.executeWithoutResult(begun -> {
            holdRow(reader(0));
            List<CompletableFuture<Void>> held = IntStream.range(0, 5)
                    .mapToObj(press ->
                            CompletableFuture.runAsync(() -> subscribers.askToLeave(reader(0), NETWORK), browsers))
                    .toList();
            eventually("two of them wait", () -> count("select count(*) from pg_locks where not granted") == 2);

            assertThat(CompletableFuture.runAsync(() -> subscribers.askToLeave(elsewhere, NETWORK), browsers))
                    .succeedsWithin(9, SECONDS);
            assertThat(held).noneSatisfy(one -> assertThat(one).isDone());
        });
    }

    private List<CompletableFuture<Void>> comeAtOnce(int readers) {
        return IntStream.range(0, readers)
                .mapToObj(SignUpsTest::reader)
                .map(this::comes)
                .toList();
    }

    private CompletableFuture<Void> comes(EmailAddress address) {
        return CompletableFuture.runAsync(() -> signUp(address), browsers);
    }

    private void signUp(EmailAddress address) {
        subscribers.signUp(address, "site", "en", NETWORK);
    }

    private static EmailAddress reader(int number) {
        return EmailAddress.parse("reader.%d@example.org".formatted(number));
    }

    private int count(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }

    private long number(EmailAddress address) {
        return subscribers.find(address).orElseThrow().id();
    }

    private void holdInbox(EmailAddress address) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('inbox ' || :inbox, 0))")
                .param("inbox", address.key())
                .query()
                .listOfRows();
    }

    private void holdRow(EmailAddress address) {
        database.sql("select 1 from subscriber where address = :address for update")
                .param("address", address.key())
                .query()
                .listOfRows();
    }

    private void noLetterCanBeOwed(Runnable meanwhile) {
        database.sql("alter table scheduled_tasks add constraint no_letters check (task_name <> 'letter') not valid")
                .update();
        try {
            meanwhile.run();
        } finally {
            database.sql("alter table scheduled_tasks drop constraint no_letters")
                    .update();
        }
    }
}
