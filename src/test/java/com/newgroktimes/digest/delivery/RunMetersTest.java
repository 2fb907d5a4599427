package com.newgroktimes.digest.delivery;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class RunMetersTest {

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Autowired
    private JdbcClient database;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MeterRegistry meters;

    private Newsroom newsroom;

    @BeforeEach
    void open() {
        newsroom = new Newsroom(stories, editions, database);
    }

    @AfterEach
    void isThereAgain() {
        MailServer.comesBack();
    }

    @Test
    void aRelayThatIsAwayTheSafetyStopAndWhatWasAcceptedAreCounted() {
        newsroom.hasReaders(20);
        Edition edition = newsroom.hasAnEdition();
        double accepted = outcomes("accepted");
        double pauses = pauses("safety_stop");
        assertThat(away()).isZero();

        MailServer.goesAway();
        deliveries.send(edition.number(), 20, edition.contentHash(), null, "ana");
        eventually("the relay is away", () -> away() == 1);
        clock.advance(Duration.ofMinutes(40));
        newsroom.awaits(edition, EditionState.PAUSED);

        assertThat(pauses("safety_stop") - pauses).isEqualTo(1);
        eventually("nobody needs it any more", () -> away() == 0);
        assertThat(outcomes("accepted") - accepted).isZero();

        MailServer.comesBack();
        deliveries.resume(edition.number(), "ana");
        newsroom.awaits(edition, EditionState.SENT);

        assertThat(outcomes("accepted") - accepted).isEqualTo(20);
        assertThat(meters.get("digest.destinations.halted").gauge().value()).isZero();
    }

    @Test
    void whoWasLeftOutAndThatAPersonPausedItAreCounted() {
        newsroom.hasReaders(3);
        Edition edition = newsroom.hasAnEdition();
        double skipped = outcomes("skipped");
        double pauses = pauses("person");
        MailServer.goesAway();
        deliveries.send(edition.number(), 3, edition.contentHash(), null, "ana");
        newsroom.awaits(edition, EditionState.SENDING);
        deliveries.pause(edition.number(), "ana");
        newsroom.awaits(edition, EditionState.PAUSED);
        database.sql("update subscriber set state = 'UNSUBSCRIBED' where id = (select min(id) from subscriber)")
                .update();

        MailServer.comesBack();
        deliveries.resume(edition.number(), "ana");
        newsroom.awaits(edition, EditionState.SENT);

        assertThat(pauses("person") - pauses).isEqualTo(1);
        assertThat(outcomes("skipped") - skipped).isEqualTo(1);
    }

    private double outcomes(String outcome) {
        return meters.get("digest.deliveries").tag("outcome", outcome).counter().count();
    }

    private double pauses(String by) {
        return meters.get("digest.runs.paused").tag("by", by).counter().count();
    }

    private double away() {
        return meters.get("digest.relay.away").gauge().value();
    }
}
