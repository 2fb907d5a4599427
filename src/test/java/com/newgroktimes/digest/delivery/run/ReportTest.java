package com.newgroktimes.digest.delivery.run;

import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.delivery.ledger.Audience;
import com.newgroktimes.digest.delivery.ledger.DeliveryLedger;
import com.newgroktimes.digest.delivery.ledger.DeliveryMeter;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes;
import com.newgroktimes.digest.delivery.ledger.Epochs;
import com.newgroktimes.digest.delivery.ledger.LedgerWriter;
import com.newgroktimes.digest.delivery.ledger.Outstanding;
import com.newgroktimes.digest.delivery.ledger.OwnConnections;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.FullDisk;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/** When an edition is tried again of which an attempt has left something. */
@DigestTest
class ReportTest {

    private static final Duration SOONEST = Duration.ofMinutes(1);
    private static final Duration DUE = Duration.ofHours(2);

    @Autowired
    private Report report;

    @Autowired
    private Editions editions;

    @Autowired
    private Variants variants;

    @Autowired
    private Audience audience;

    @Autowired
    private DeliveryLedger ledger;

    @Autowired
    private Outstanding outstanding;

    @Autowired
    private OwnConnections connections;

    @Autowired
    private Epochs epochs;

    @Autowired
    private DeliveryMeter meter;

    @Autowired
    private DestinationBrakes brakes;

    @Autowired
    private Timetable timetable;

    @Autowired
    private DeliverySettings settings;

    @Autowired
    private Stories stories;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private OpenRuns open;

    @Autowired
    private DatabaseTroubles troubles;

    @Autowired
    private SettableClock clock;

    private Edition edition;
    private EditionState course = EditionState.SENDING;
    private RunLock lock;
    private Run run;

    @BeforeEach
    void hasServedNobodyAndPutTheFirstOff() throws SQLException {
        Newsroom newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(3);
        database.sql("update subscriber set address = 'reader@list-' || id || '.example'")
                .update();
        edition = newsroom.hasAnEdition();
        editions.render(edition.number(), variants.wanted(edition));
        ledger.open(edition.number());
        audience.freeze(edition.number(), 1, variants.servings(edition), clock.instant());
        editions.frozen(edition.number(), clock.instant());
        lock = RunLock.take(connections, edition.number()).orElseThrow();
        run = run(epochs.raise(lock.connection(), edition.number()).epoch());
        editions.move(edition.number(), EnumSet.of(EditionState.READY), EditionState.SENDING, null);
        database.sql("update delivery set state = 3 /* PUT_OFF */, tries = 1 where subscriber = 1")
                .update();
        database.sql("""
                        insert into delivery_retry (edition, subscriber, first_tried, due_at)
                        values (:edition, 1, :now, :now::timestamptz + interval '2 hours')
                        """)
                .param("edition", edition.number())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Run run(int epoch) {
        return SpecimenRun.of(
                edition.number(),
                new Gate(lock, () -> new Course(course, null, false), clock),
                new LedgerWriter(connections, edition.number(), epoch, clock, meter, () -> true, () -> 0),
                outstanding,
                brakes,
                settings,
                clock);
    }

    @AfterEach
    void ends() {
        open.remove(run);
        run.close();
        lock.close();
    }

    @Test
    void whoIsLeftForNoReasonDoesNotWaitForThoseWhoWerePutOff() {
        isTriedAgainIn(SOONEST);
    }

    @Test
    void neitherDoTheyWaitForADestinationOfOthers() {
        run.destinations().refusesUs("list-2.example", "550 5.7.1 Not from you");

        isTriedAgainIn(SOONEST);
    }

    @Test
    void whoCanOnlyWaitForADestinationIsNotTriedAgainAndAgain() {
        run.destinations().refusesUs("list-2.example", "550 5.7.1 Not from you");
        run.destinations().refusesUs("list-3.example", "550 5.7.1 Not from you");

        isTriedAgainIn(Destinations.ASIDE);
    }

    @Test
    void whereNobodyWaitsItIsTheTimeOfThoseWhoWerePutOff() {
        database.sql("update delivery set state = 2 /* ACCEPTED */ where subscriber > 1")
                .update();

        isTriedAgainIn(DUE);
    }

    /** Its senders have ended: whoever resumed it does not wait for those who were put off, nor for a minute. */
    @Test
    void whatWasResumedWhileItWasAboutToPauseGoesOnAtOnce() {
        course = EditionState.PAUSING;
        assertThat(run.gate().open()).isFalse();

        isTriedAgainIn(Duration.ZERO);
    }

    /** In one transaction: once others see it, what is due is tried again. */
    private void isTriedAgainIn(Duration time) {
        transaction.executeWithoutResult(status -> {
            report.outcome(run);

            assertThat(editions.state(edition.number())).isEqualTo(EditionState.RETRYING);
            assertThat(timetable.nextAttempt(edition.number(), 1))
                    .contains(clock.instant().plus(time));
            status.setRollbackOnly();
        });
    }

    /** The ledger's trouble is remembered for some seconds, and the edition may be resumed in less. */
    @Test
    void whatItMetWithPausesNobodyOnceItHasSaidWhatBecomesOfTheEdition() {
        open.add(run);
        try (FullDisk full = FullDisk.at("update", "delivery", database)) {
            run.writer()
                    .exchange(
                            null,
                            outstanding
                                    .waiting(edition.number(), clock.instant(), 0, 1)
                                    .get(0));
        }
        troubles.tell();
        assertThat(editions.state(edition.number())).isEqualTo(EditionState.PAUSING);

        report.outcome(run);
        editions.move(edition.number(), EnumSet.of(EditionState.PAUSED), EditionState.SENDING, null);
        troubles.tell();

        assertThat(run.writer().trouble()).isPresent();
        assertThat(editions.state(edition.number())).isEqualTo(EditionState.SENDING);
    }
}
