package com.newgroktimes.digest.delivery;

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
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever goes on while readers report the mail as unwanted loses all inboxes. */
@DigestTest
class ComplaintsTest {

    private static final int READERS = 700;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Editions editions;

    @Autowired
    Stories stories;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient database;

    Newsroom newsroom;
    Edition edition;

    @BeforeEach
    void anEditionIsHalfSent() {
        newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(READERS);
        edition = newsroom.hasAnEdition();
        MailServer.takesOnly(600);
        deliveries.send(edition.number(), READERS, edition.contentHash(), null, "ana");
        eventually("600 were taken", () -> accepted() == 600);
    }

    private long accepted() {
        return deliveries.progress(edition.number()).counts().getOrDefault(DeliveryState.ACCEPTED, 0L);
    }

    @AfterEach
    void mend() {
        MailServer.takesEverything();
    }

    @Test
    void aSendPausesOnceTooManyReportedIt() {
        database.sql("""
                        update subscriber
                           set suppressed = 'COMPLAINT', suppressed_at = :now
                         where id in (select id from subscriber order by id limit 10)
                        """).param("now", clock.instant().atOffset(UTC)).update();

        newsroom.awaits(edition, EditionState.PAUSING);
        MailServer.takesEverything();
        newsroom.awaits(edition, EditionState.PAUSED);
        assertThat(editions.get(edition.number()).reason()).contains("10 of", "reported the mail as unwanted");
    }
}
