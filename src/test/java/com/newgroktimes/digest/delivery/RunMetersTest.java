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
import com.newgroktimes.digest.testing.ScriptedRelay;
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
    }

    @Test
    void whateverIsNotAcceptedIsCountedByWhatBecameOfIt() {
        newsroom.hasReaders(6);
        Edition edition = newsroom.hasAnEdition();
        double accepted = outcomes("accepted");
        double putOff = outcomes("put_off");
        double refused = outcomes("refused");
        double unknown = outcomes("unknown");

        try (ScriptedRelay relay = inPlaceOfTheMailServer()) {
            relay.answers("RCPT", "450 4.2.0 come later", "550 5.1.1 no such user")
                    .answers("DOT", ScriptedRelay.CUT);
            deliveries.send(edition.number(), 6, edition.contentHash(), null, "ana");
            newsroom.awaits(edition, EditionState.RETRYING);
        }

        assertThat(outcomes("put_off") - putOff).isEqualTo(1);
        assertThat(outcomes("refused") - refused).isEqualTo(1);
        assertThat(outcomes("unknown") - unknown).isEqualTo(1);
        assertThat(outcomes("accepted") - accepted).isEqualTo(3);
    }

    @Test
    void whoeverIsGivenUpAtTheEndIsCountedToo() {
        newsroom.hasReaders(2);
        Edition edition = newsroom.hasAnEdition();
        double gaveUp = outcomes("gave_up");
        try (ScriptedRelay relay = inPlaceOfTheMailServer()) {
            relay.answers("RCPT", "450 4.2.0 come later");
            deliveries.send(edition.number(), 2, edition.contentHash(), null, "ana");
            newsroom.awaits(edition, EditionState.RETRYING);
        }

        deliveries.end(edition.number(), "ana");

        eventually("it has ended", () -> editions.state(edition.number()).ended());
        eventually("it is counted", () -> outcomes("gave_up") - gaveUp == 1);
    }

    @Test
    void aDestinationThatRefusesUsGetsNothingForNow() {
        newsroom.hasReaders(2);
        database.sql("update subscriber set address = 'reader@list-' || id || '.example'")
                .update();
        Edition edition = newsroom.hasAnEdition();
        assertThat(halted()).isZero();

        try (ScriptedRelay relay = inPlaceOfTheMailServer()) {
            relay.answers("RCPT", "550 5.7.1 blocked using zen.example").takesItsTime("DOT", Duration.ofSeconds(5));
            deliveries.send(edition.number(), 2, edition.contentHash(), null, "ana");
            eventually("one is left alone while the other one is served", () -> halted() == 1);
            newsroom.awaits(edition, EditionState.RETRYING);
        }

        eventually("no run is open", () -> halted() == 0);
    }

    @Test
    void aListThatHasGrownByHalfSinceItWasApprovedIsAPauseByTheSafetyStop() {
        newsroom.hasReaders(2);
        Edition edition = newsroom.hasAnEdition();
        double pauses = pauses("safety_stop");
        deliveries.send(
                edition.number(), 2, edition.contentHash(), clock.instant().plus(Duration.ofHours(1)), "ana");
        newsroom.hasReaders(8);

        clock.advance(Duration.ofHours(1));
        newsroom.awaits(edition, EditionState.PAUSED);

        assertThat(pauses("safety_stop") - pauses).isEqualTo(1);
    }

    private static ScriptedRelay inPlaceOfTheMailServer() {
        MailServer.goesAway();
        return ScriptedRelay.at(MailServer.port());
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

    private double halted() {
        return meters.get("digest.destinations.halted").gauge().value();
    }

    private double away() {
        return meters.get("digest.relay.away").gauge().value();
    }
}
