package com.newgroktimes.digest.delivery;

import java.time.Duration;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What people do to an edition under way. */
@DigestTest
class InterventionsTest {

    @Autowired
    Deliveries deliveries;

    @Autowired
    Editions editions;

    @Autowired
    Stories stories;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    Newsroom newsroom;
    Edition edition;

    @BeforeEach
    void hasAnEdition() {
        newsroom = new Newsroom(stories, editions, database);
        edition = newsroom.hasAnEdition();
    }

    @Test
    void aRunThatPausedGoesOnWhereItWasWhenItIsResumed() {
        pausesBeforeItsFirstMessage();

        deliveries.resume(edition.number(), "ben");

        newsroom.awaits(edition, EditionState.SENT);
        assertThat(MailServer.received()).hasSize(7);
        assertThat(count(DeliveryState.ACCEPTED)).isEqualTo(7);
    }

    @Test
    void whoWasNotMailedWhenItWasStoppedForGoodStaysWaiting() {
        pausesBeforeItsFirstMessage();

        deliveries.stop(edition.number(), "ben");

        assertThat(editions.get(edition.number()).reason()).contains("ben");
        assertThat(count(DeliveryState.WAITING)).isEqualTo(7);
        assertThat(refusal(() -> deliveries.resume(edition.number(), "ben")).kind())
                .isEqualTo(Kind.CONFLICT);
        assertThat(MailServer.received()).isEmpty();
        eventually("its run is over", () -> runHasEnded());
    }

    /** Its run had begun, and could not go on. */
    @Test
    void aRunThatWasStoppedBeforeItsReadersWereToBeWrittenDownIsOver() {
        database.sql("update edition set state = 'PAUSED' where number = :edition")
                .param("edition", edition.number())
                .update();
        database.sql("insert into run (edition, epoch, attempt) values (:edition, 1, 1)")
                .param("edition", edition.number())
                .update();

        deliveries.stop(edition.number(), "ben");

        eventually("its run is over", () -> runHasEnded());
    }

    @Test
    void whatHasNoSuchWayOutIsRefusedAndNothingChanges() {
        newsroom.hasReaders(1);
        int number = edition.number();

        assertThat(refusal(() -> deliveries.pause(number, "ben")).detail())
                .isEqualTo("Edition %d is ready, and can be paused only while it is being sent. Nothing was changed."
                        .formatted(number));
        assertThat(refusal(() -> deliveries.resume(number, "ben")).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(refusal(() -> deliveries.stop(number, "ben")).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(refusal(() -> deliveries.end(number, "ben")).kind()).isEqualTo(Kind.CONFLICT);
        assertThat(refusal(() -> deliveries.end(99, "ben")).kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(editions.state(number)).isEqualTo(EditionState.READY);
    }

    @Test
    void anEditionThatIsEndedGivesUpWhatWasPutOffAndLeavesOutTheRest() {
        isRetryingWithOnePutOffAndOneWaiting();

        deliveries.end(edition.number(), "ben");

        newsroom.awaits(edition, EditionState.SENT_PROBLEMS);
        assertThat(count(DeliveryState.GAVE_UP)).isEqualTo(1);
        assertThat(count(DeliveryState.SKIPPED)).isEqualTo(1);
        assertThat(answers("TOO_LATE")).isEqualTo(1);
        assertThat(MailServer.received()).hasSize(1);
    }

    @Test
    void atItsDeadlineItEndsWhateverIsLeft() {
        isRetryingWithOnePutOffAndOneWaiting();

        clock.advance(Duration.ofDays(3));

        newsroom.awaits(edition, EditionState.SENT_PROBLEMS);
        assertThat(count(DeliveryState.SKIPPED)).isEqualTo(1);
    }

    @Test
    void anOlderEditionEndsBeforeTheNextIsFrozen() {
        isRetryingWithOnePutOffAndOneWaiting();
        newsroom.hasStories(Newsroom.LAST_WEEK.plus(Duration.ofDays(7)));
        Edition next = editions.assemble("current").edition();

        deliveries.send(next.number(), 3, next.contentHash(), null, "ana");

        newsroom.awaits(next, EditionState.SENT);
        assertThat(editions.state(edition.number())).isEqualTo(EditionState.SENT_PROBLEMS);
    }

    @Test
    void whatWasGivenUpIsOfferedAgainToTheNumberThatWasSaid() {
        isRetryingWithOnePutOffAndOneWaiting();
        deliveries.end(edition.number(), "ben");
        newsroom.awaits(edition, EditionState.SENT_PROBLEMS);
        int number = edition.number();

        Problem refused = refusal(() -> deliveries.retry(number, DeliveryState.GAVE_UP, 2, false, "ben"));
        assertThat(refused.detail())
                .startsWith("\"Given up\" now stands for one person in edition %d; you said 2.".formatted(number));
        assertThat(refused.properties().toString()).contains("expected=2", "actual=1");
        deliveries.retry(number, DeliveryState.GAVE_UP, 1, false, "ben");

        newsroom.awaits(edition, EditionState.SENT);
        assertThat(count(DeliveryState.ACCEPTED)).isEqualTo(2);
        assertThat(MailServer.received()).hasSize(2);
    }

    @Test
    void whatIsUnknownIsOfferedAgainOnlyToWhoAcceptsThatItMayComeTwice() {
        isRetryingWithOnePutOffAndOneWaiting();
        deliveries.end(edition.number(), "ben");
        newsroom.awaits(edition, EditionState.SENT_PROBLEMS);
        becomes(DeliveryState.UNKNOWN, DeliveryState.GAVE_UP);
        int number = edition.number();

        assertThat(refusal(() -> deliveries.retry(number, DeliveryState.UNKNOWN, 1, false, "ben"))
                        .kind())
                .isEqualTo(Kind.UNPROCESSABLE);
        assertThat(refusal(() -> deliveries.retry(number, DeliveryState.REFUSED, 1, true, "ben"))
                        .kind())
                .isEqualTo(Kind.UNPROCESSABLE);
        deliveries.retry(number, DeliveryState.UNKNOWN, 1, true, "ben");

        newsroom.awaits(edition, EditionState.SENT);
        assertThat(MailServer.received()).hasSize(2);
    }

    private void pausesBeforeItsFirstMessage() {
        newsroom.hasReaders(4);
        deliveries.send(
                edition.number(), 4, edition.contentHash(), clock.instant().plus(Duration.ofHours(1)), "ana");
        newsroom.hasReaders(3);
        clock.advance(Duration.ofHours(1));
        newsroom.awaits(edition, EditionState.PAUSED);
    }

    /** The first of three has it; of the other two one was put off, and the other's turn has not come. */
    private void isRetryingWithOnePutOffAndOneWaiting() {
        newsroom.hasReaders(1);
        deliveries.send(edition.number(), 1, edition.contentHash(), null, "ana");
        newsroom.awaits(edition, EditionState.SENT);
        newsroom.hasReaders(2);
        database.sql("""
                        insert into delivery (edition, subscriber, state, tries, variant, revision)
                        select :edition, id, case address when 'reader2@example.org' then 3 else 0 end, 1, 1, 1
                          from subscriber
                         where address <> 'reader1@example.org'
                        """).param("edition", edition.number()).update();
        database.sql("update edition set state = 'RETRYING', ended_at = null where number = :edition")
                .param("edition", edition.number())
                .update();
        database.sql("update run set ended_at = null where edition = :edition")
                .param("edition", edition.number())
                .update();
    }

    private void becomes(DeliveryState to, DeliveryState from) {
        database.sql("update delivery set state = :to where state = :from")
                .param("to", to.ordinal())
                .param("from", from.ordinal())
                .update();
    }

    private boolean runHasEnded() {
        return database.sql("select ended_at is not null from run where edition = :edition")
                .param("edition", edition.number())
                .query(Boolean.class)
                .single();
    }

    private long count(DeliveryState state) {
        return deliveries.progress(edition.number()).counts().getOrDefault(state, -1L);
    }

    private long answers(String code) {
        return database.sql("select count(*) from delivery_answer where code = :code")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private static Problem refusal(ThrowingCallable act) {
        return catchThrowableOfType(Problem.class, act);
    }
}
