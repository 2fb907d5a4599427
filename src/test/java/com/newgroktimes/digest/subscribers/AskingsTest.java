package com.newgroktimes.digest.subscribers;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.ReceivedMail;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@DigestTest
class AskingsTest {

    @Autowired
    private Askings askings;

    @Autowired
    private AskingTurn turn;

    @Autowired
    private Imports imports;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private ReaderLinks links;

    @Autowired
    private Readers readers;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient database;

    @Test
    void whoAnImportBroughtIsAskedOnceAndConfirmsByTheLink() {
        long number = take("email\nada@example.org\nben@example.org\n");

        askings.ask(number, 2, "ana");
        isOver();
        readers.haveTheirLetters();

        assertThat(MailServer.received()).hasSize(2);
        assertThat(ReceivedMail.onlyOneTo("ada@example.org").text()).contains("came to us with a list", "/confirm/");
        assertThat(askings.latest().orElseThrow())
                .returns(2L, Asking::asked)
                .returns(0L, Asking::left)
                .returns(Asking.State.DONE, Asking::state);
        Subscriber ada = readers.find("ada@example.org");
        assertThat(readers.acts(ada)).containsExactly("imported: line 2 PENDING", "asked to confirm");
        subscribers.confirm(links.confirm(ada.id(), clock.instant()).getPath().substring("/confirm/".length()), "test");
        assertThat(readers.find("ada@example.org").onTheList()).isTrue();
        assertThat(refused(number, 2).properties()).containsEntry("recipients", Map.of("expected", 2L, "actual", 0L));
        assertThat(MailServer.received()).hasSize(2);
    }

    @Test
    void itIsBoundToItsNumber() {
        long number = take("email\nada@example.org\nben@example.org\n");

        Problem problem = refused(number, 3);

        assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(problem.detail())
                .isEqualTo("2 wait and were never asked; you said 3. Look again. Nobody was asked.");
        assertThat(askings.latest()).isEmpty();
        assertThat(catchThrowableOfType(Problem.class, () -> askings.ask(99L, 2, "ana"))
                        .kind())
                .isEqualTo(Problem.Kind.NOT_FOUND);
    }

    @Test
    void onlyWhoWaitsAndWasNeverAskedIsAsked() {
        readers.waiting("signed.up@example.org");
        take("email\nearlier@example.org\n");
        long number = take("""
                email,state,confirmed_at,evidence,suppressed_reason
                ada@example.org,,,,
                signed.up@example.org,,,,
                confirmed@example.org,CONFIRMED,2024-03-01,By letter,
                left@example.org,UNSUBSCRIBED,,,
                complained@example.org,,,,COMPLAINT
                """);

        assertThat(askings.waiting(number)).isEqualTo(1);
        assertThat(askings.waiting(null)).isEqualTo(2);
    }

    @Test
    void whoLeavesOrWasMailedOftenEnoughBeforeTheirTurnIsLeftOut() {
        long number = take("email\nada@example.org\nben@example.org\neve+list@example.org\n");
        askingBegunBy(number);
        subscribers.leave(readers.find("ada@example.org").id(), "test");
        for (int times = 0; times < 3; times++) {
            readers.waiting("eve@example.org");
        }

        turn.ask(1, 50);
        readers.haveTheirLetters();

        assertThat(askings.latest().orElseThrow())
                .returns(1L, Asking::asked)
                .returns(2L, Asking::leftOut)
                .returns(0L, Asking::left);
        assertThat(ReceivedMail.inboxOf("ada@example.org")).isEmpty();
        assertThat(ReceivedMail.inboxOf("ben@example.org")).hasSize(1);
        assertThat(ReceivedMail.inboxOf("eve+list@example.org")).isEmpty();
    }

    @Test
    void itKeepsItsPaceAndStopsWhenItIsTold() {
        long number = take("email\n" + many(120));
        askings.ask(number, 120, "ana");
        eventually(
                "the first turn is over", () -> askings.latest().orElseThrow().asked() == 50);
        pauses();

        assertThat(askings.latest().orElseThrow().left()).isEqualTo(70);
        clock.advance(Duration.ofSeconds(5));
        eventually(
                "the second turn is over", () -> askings.latest().orElseThrow().asked() == 100);
        pauses();
        Asking stopped = askings.stop("ana");
        clock.advance(Duration.ofSeconds(5));
        eventually("its task is over", () -> tasks() == 0);

        assertThat(stopped).returns(Asking.State.STOPPED, Asking::state).returns(20L, Asking::left);
        assertThat(askings.latest().orElseThrow().left()).isEqualTo(20);
        assertThat(askings.waiting(null)).isEqualTo(20);
    }

    @Test
    void twoTurnsAtOnceAskNobodyTwice() throws InterruptedException {
        long number = take("email\n" + many(40));
        askingBegunBy(number);
        Thread other = new Thread(() -> turn.ask(1, 40));

        other.start();
        turn.ask(1, 40);
        other.join();

        assertThat(database.sql(
                                "select count(*), count(distinct subscriber) from evidence where what = 'asked to confirm'")
                        .query((row, i) -> row.getLong(1) + " " + row.getLong(2))
                        .single())
                .isEqualTo("40 40");
    }

    @Test
    void oneAskingAtATime() {
        long number = take("email\n" + many(60));
        askings.ask(number, 60, "ana");

        assertThat(refused(null, 60).kind()).isEqualTo(Problem.Kind.CONFLICT);
    }

    @Test
    void whoWasOnlyNamedByOthersIsNotAsked() {
        Subscriber ada = readers.confirmed("ada@example.org");
        for (int wanted = 1; wanted <= 4; wanted++) {
            subscribers.askForNewAddress(ada.id(), EmailAddress.parse("wanted" + wanted + "@example.net"), "test");
        }
        for (int times = 0; times < 3; times++) {
            readers.waiting("eve@example.org");
        }
        readers.waiting("eve+tag@example.org");

        assertThat(readers.acts(readers.find("eve+tag@example.org"))).containsExactly("signed up too often");
        assertThat(readers.knows("wanted4@example.net")).isFalse();
        assertThat(askings.waiting(null)).isZero();
    }

    /** Begun, and no turn taken: the test takes them. */
    private void askingBegunBy(long number) {
        database.sql("insert into asking (import, operator, began_at) values (:import, 'ana', now())")
                .param("import", number)
                .update();
        database.sql("insert into asking_reader (asking, subscriber) select 1, id from subscriber")
                .update();
    }

    private void isOver() {
        eventually(
                "everybody had their turn", () -> askings.latest().orElseThrow().state() == Asking.State.DONE);
    }

    private void pauses() {
        eventually(
                "its task waits", () -> database.sql("""
                        select count(*) = 1 from scheduled_tasks where task_name = 'ask-to-confirm' and not picked
                        """).query(Boolean.class).single());
    }

    private long tasks() {
        return database.sql("select count(*) from scheduled_tasks where task_name = 'ask-to-confirm'")
                .query(Long.class)
                .single();
    }

    private Problem refused(@org.jspecify.annotations.Nullable Long number, long recipients) {
        return catchThrowableOfType(Problem.class, () -> askings.ask(number, recipients, "ana"));
    }

    private long take(String file) {
        Long number = imports.take(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "ana")
                .number();
        return number == null ? 0 : number;
    }

    private static String many(int count) {
        var lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("reader").append(i).append("@list.example\n");
        }
        return lines.toString();
    }
}
