package com.newgroktimes.digest.delivery;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.PrepareEdition;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.MailServer;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
@ExtendWith(OutputCaptureExtension.class)
class WeeklyRunTest {

    private static final Instant ON_TIME = SettableClock.START;

    @Autowired
    PrepareEdition prepare;

    @Autowired
    Editions editions;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Spoken spoken;

    @Autowired
    Stories stories;

    @Autowired
    JdbcClient database;

    @Autowired
    SettableClock clock;

    Newsroom newsroom;

    @BeforeEach
    void open() {
        newsroom = new Newsroom(stories, editions, database);
        newsroom.hasStories(Newsroom.LAST_WEEK);
    }

    @Test
    void preparesTheLastWeekAndLeavesItToAnOperator() {
        newsroom.hasReaders(2);

        weekly(false).run(ON_TIME);

        assertThat(editions.heads(Editions.NEWEST, 100))
                .extracting(Edition::state)
                .containsExactly(EditionState.READY);
    }

    @Test
    void sendsWhatNothingStopsWhereThatIsWanted() {
        newsroom.hasReaders(2);

        weekly(true).run(ON_TIME);

        newsroom.awaits(editions.heads(Editions.NEWEST, 100).get(0), EditionState.SENT);
        assertThat(MailServer.received()).hasSize(2);
    }

    @Test
    void comingTwiceSendsOnce() {
        newsroom.hasReaders(2);
        weekly(true).run(ON_TIME);
        newsroom.awaits(editions.heads(Editions.NEWEST, 100).get(0), EditionState.SENT);

        weekly(true).run(ON_TIME);

        assertThat(editions.heads(Editions.NEWEST, 100))
                .extracting(Edition::state)
                .containsExactly(EditionState.SENT);
    }

    @Test
    void nobodyToSendToLeavesTheEditionReady() {
        weekly(true).run(ON_TIME);

        assertThat(editions.heads(Editions.NEWEST, 100))
                .extracting(Edition::state)
                .containsExactly(EditionState.READY);
    }

    @Test
    void aRunThatComesADayLateOnlyReminds() {
        newsroom.hasReaders(2);

        weekly(true).run(ON_TIME.minus(Duration.ofHours(25)));

        assertThat(editions.heads(Editions.NEWEST, 100)).isEmpty();
    }

    @Test
    void aListThatGrewByHalfSinceTheLastEditionIsLeftToAnOperator(CapturedOutput output) {
        newsroom.hasReaders(2);
        weekly(true).run(ON_TIME);
        newsroom.awaits(editions.heads(Editions.NEWEST, 100).get(0), EditionState.SENT);
        newsroom.hasReaders(2);
        clock.advance(Duration.ofDays(7));
        newsroom.hasStories(Newsroom.LAST_WEEK.plus(Duration.ofDays(7)));

        weekly(true).run(clock.instant());

        assertThat(editions.heads(Editions.NEWEST, 100))
                .extracting(Edition::state)
                .containsExactly(EditionState.READY, EditionState.SENT);
        assertThat(output).contains("the list grew to 4 people");
    }

    private WeeklyRun weekly(boolean autoSend) {
        return new WeeklyRun(
                prepare, editions, deliveries, new ScheduleSettings(true, "0 0 7 * * MON", autoSend), spoken, clock);
    }
}
