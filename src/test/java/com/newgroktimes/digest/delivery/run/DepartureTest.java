package com.newgroktimes.digest.delivery.run;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

/** An edition leaves when it is to leave, and at no other time. */
@DigestTest
class DepartureTest {

    @Autowired
    private Runs runs;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SettableClock clock;

    private Newsroom newsroom;
    private Edition edition;

    @BeforeEach
    void hasAnEdition() {
        newsroom = new Newsroom(stories, editions, database);
        newsroom.hasReaders(2);
        edition = newsroom.hasAnEdition();
    }

    @Test
    void oneThatIsPutOffAsItLeavesStays() {
        Instant at = clock.instant().plus(Duration.ofHours(1));
        Instant later = at.plus(Duration.ofDays(2));
        deliveries.send(1, 2, edition.contentHash(), at, "ana");

        CompletableFuture<Void> leaves = transaction.execute(status -> {
            database.sql("update edition set leaves_at = :later where number = 1")
                    .param("later", later.atOffset(ZoneOffset.UTC))
                    .update();
            CompletableFuture<Void> leaving = CompletableFuture.runAsync(() -> runs.leave(1, at));
            eventually("it waits for the edition", this::somebodyWaits);
            return leaving;
        });

        assertThat(leaves).succeedsWithin(Duration.ofSeconds(20));
        assertThat(editions.state(1)).isEqualTo(EditionState.SCHEDULED);
        assertThat(editions.get(1).leavesAt()).isEqualTo(later);
    }

    private boolean somebodyWaits() {
        return database.sql("select exists (select from pg_locks where not granted and locktype = 'transactionid')")
                .query(Boolean.class)
                .single();
    }

    @Test
    void oneThatCannotLeaveKeepsNoOtherFromIt() {
        newsroom.hasStories(Newsroom.LAST_WEEK.plus(Duration.ofDays(7)));
        Edition next = editions.assemble("current").edition();
        database.sql("alter table edition add constraint stays check (number <> 1 or state <> 'PREPARING')")
                .update();
        try {
            database.sql("update edition set state = 'HOLDING', leaves_at = :now")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();

            newsroom.awaits(next, EditionState.SENT);
            assertThat(editions.state(1)).isEqualTo(EditionState.HOLDING);
        } finally {
            database.sql("alter table edition drop constraint stays").update();
            deliveries.takeBack(1, "ana");
        }
    }
}
