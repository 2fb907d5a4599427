package com.newgroktimes.digest.delivery;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
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

/** Nobody answers at the relay's port. */
@DigestTest
class RelayAwayTest {

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

    @AfterEach
    void isThereAgain() {
        MailServer.comesBack();
    }

    @Test
    void aRelayThatIsAwayForAnHourCostsNoReaderATry() {
        Newsroom newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(20);
        Edition edition = newsroom.hasAnEdition();
        MailServer.goesAway();
        deliveries.send(edition.number(), 20, edition.contentHash(), null, "ana");
        newsroom.awaits(edition, EditionState.SENDING);

        eventually(
                "it is told what the edition waits for",
                () -> String.valueOf(editions.get(edition.number()).reason()).startsWith("The mail server is away."));
        clock.advance(Duration.ofMinutes(40));
        newsroom.awaits(edition, EditionState.PAUSED);
        assertThat(editions.get(edition.number()).reason()).contains("has been away for too long");
        assertThat(tries()).isZero();

        MailServer.comesBack();
        deliveries.resume(edition.number(), "ana");

        newsroom.awaits(edition, EditionState.SENT);
        assertThat(editions.get(edition.number()).reason()).isNull();
        assertThat(MailServer.received()).hasSize(20);
        assertThat(tries()).isEqualTo(20);
    }

    /** What is written there was found out by a run that is no more. */
    @Test
    void aRunThatBeginsDoesNotRepeatWhatTheLastOneWaitedFor() {
        Newsroom newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(2);
        Edition edition = newsroom.hasAnEdition();
        MailServer.goesAway();
        deliveries.send(edition.number(), 2, edition.contentHash(), null, "ana");
        eventually(
                "it is told what the edition waits for",
                () -> String.valueOf(editions.get(edition.number()).reason()).startsWith("The mail server is away."));

        database.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = :run")
                .param("run", "digest run " + edition.number())
                .query(Boolean.class)
                .list();

        eventually("another begins", () -> editions.get(edition.number()).reason() == null);
        assertThat(editions.state(edition.number())).isEqualTo(EditionState.SENDING);
        MailServer.comesBack();
        newsroom.awaits(edition, EditionState.SENT);
    }

    private long tries() {
        return database.sql("select sum(tries) from delivery").query(Long.class).single();
    }
}
