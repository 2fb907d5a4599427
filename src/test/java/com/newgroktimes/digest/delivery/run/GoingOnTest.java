package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.delivery.ledger.Audience;
import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.DeliveryLedger;
import com.newgroktimes.digest.delivery.ledger.DeliveryMeter;
import com.newgroktimes.digest.delivery.ledger.Epochs;
import com.newgroktimes.digest.delivery.ledger.LedgerWriter;
import com.newgroktimes.digest.delivery.ledger.Outstanding;
import com.newgroktimes.digest.delivery.ledger.OwnConnections;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.subscribers.Subscribers;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Editions whose audience is frozen already, as a run that was cut short leaves them. */
@DigestTest
class GoingOnTest {

    @Autowired
    Runs runs;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Editions editions;

    @Autowired
    Variants variants;

    @Autowired
    Audience audience;

    @Autowired
    DeliveryLedger ledger;

    @Autowired
    Outstanding outstanding;

    @Autowired
    OwnConnections connections;

    @Autowired
    Epochs epochs;

    @Autowired
    Subscribers subscribers;

    @Autowired
    Stories stories;

    @Autowired
    JdbcClient database;

    Newsroom newsroom;
    Edition edition;

    @BeforeEach
    void hasFrozenAnEdition() {
        newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(3);
        edition = newsroom.hasAnEdition();
        editions.render(edition.number(), variants.wanted(edition));
        ledger.open(edition.number());
        audience.freeze(edition.number(), 1, variants.servings(edition), Instant.now());
        editions.frozen(edition.number(), Instant.now());
    }

    @Test
    void aReaderWhoLeftSinceTheFreezeIsLeftOutWithTheReason() {
        subscribers.leave(2, "test");

        goesOn();

        newsroom.awaits(edition, EditionState.SENT);
        assertThat(MailServer.received()).hasSize(2);
        assertThat(count(DeliveryState.SKIPPED)).isEqualTo(1);
        assertThat(database.sql("select code from delivery_answer where subscriber = 2")
                        .query(String.class)
                        .list())
                .containsExactly("LEFT");
    }

    @Test
    void whatADeadProcessHadInHandIsUnknownAndEveryoneElseIsMailed() throws Exception {
        claimAndDie(outstanding.waiting(edition.number(), Instant.now(), 0, 1).get(0));

        goesOn();

        newsroom.awaits(edition, EditionState.SENT_PROBLEMS);
        assertThat(MailServer.received()).hasSize(2);
        assertThat(count(DeliveryState.UNKNOWN)).isEqualTo(1);
        assertThat(count(DeliveryState.ACCEPTED)).isEqualTo(2);
    }

    private void claimAndDie(Delivery delivery) throws Exception {
        try (var connection = connections.open("test")) {
            int epoch = epochs.raise(connection, edition.number()).epoch();
            try (var writer = new LedgerWriter(
                    connections,
                    edition.number(),
                    epoch,
                    Clock.systemUTC(),
                    new DeliveryMeter(new SimpleMeterRegistry()),
                    () -> true)) {
                writer.exchange(null, delivery);
            }
        }
    }

    @Test
    void anEditionThatNobodySendsIsTakenUpWithoutBeingTold() {
        moveOn();

        newsroom.awaits(edition, EditionState.SENT);
        assertThat(MailServer.received()).hasSize(3);
    }

    @Test
    void whoDoesNotHaveTheLockSendsNothing() throws Exception {
        try (RunLock lock = RunLock.take(connections, edition.number()).orElseThrow()) {
            goesOn();
            assertThat(lock.held()).isTrue();
            assertThat(count(DeliveryState.WAITING)).isEqualTo(3);
        }
        newsroom.awaits(edition, EditionState.SENT);
        assertThat(MailServer.received()).hasSize(3);
    }

    private void goesOn() {
        moveOn();
        runs.goOn(edition.number());
    }

    private void moveOn() {
        editions.move(edition.number(), EnumSet.of(EditionState.READY), EditionState.SENDING, null);
    }

    private long count(DeliveryState state) {
        return deliveries.progress(edition.number()).counts().getOrDefault(state, -1L);
    }
}
