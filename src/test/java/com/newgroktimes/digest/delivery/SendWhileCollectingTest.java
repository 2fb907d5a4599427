package com.newgroktimes.digest.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.PrepareEdition;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.testing.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a feed tells just when somebody presses Send does not miss its week unseen. */
@DigestTest
class SendWhileCollectingTest {

    private static final String FEED = "https://harbour.example/feed";

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Editions editions;

    @Autowired
    private PrepareEdition prepare;

    @Autowired
    private Stories stories;

    @Autowired
    private Spoken spoken;

    @Autowired
    private JdbcClient database;

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
    void whatComesWhileSendWaitsIsTakenAndLookedAtFirst() throws Exception {
        isAsked(FEED);
        CompletableFuture<Void> round = CompletableFuture.runAsync(
                () -> {
                    collects("the-last-to-come");
                    isDone();
                },
                CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

        Problem refused = catchThrowableOfType(Problem.class, () -> sends(null));
        round.get(20, TimeUnit.SECONDS);

        assertThat(refused.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(refused.properties()).containsKey("contentHash");
        edition = editions.get(1);
        assertThat(edition.stories()).hasSize(3);
        sends(null);
        newsroom.awaits(edition, EditionState.SENT);
    }

    @Test
    void whatIsRefusedAnywayDoesNotWaitForFeeds() {
        isAsked(FEED);

        assertThat(CompletableFuture.runAsync(() -> deliveries.send(1, 2, "another", null, "ana")))
                .failsWithin(Duration.ofSeconds(9))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(Problem.class)
                .withMessageContaining("not what you looked at");
        assertThat(editions.state(1)).isEqualTo(EditionState.READY);
    }

    @Test
    void aFeedThatIsNotDoneInTimeIsToldAndItsStoriesGoIntoTheNext() {
        isAsked(FEED);

        sends(clock.instant().plus(Duration.ofHours(1)));
        collects("too-late");

        assertThat(editions.get(1).state()).isEqualTo(EditionState.SCHEDULED);
        assertThat(editions.get(1).reason()).contains(FEED, "the next edition");
        assertThat(editions.get(1).stories()).hasSize(2);
        clock.advance(Duration.ofDays(7));
        assertThat(editions.assemble("last").edition().stories())
                .singleElement()
                .satisfies(story -> assertThat(story.content().url()).endsWith("too-late"));
    }

    @Test
    void theWeeklyRunSendsWhatComesAtTheLastMoment() {
        isAsked(FEED);
        CompletableFuture<Void> rounds = CompletableFuture.runAsync(
                () -> {
                    database.sql("update story_feed set url = url || '/of-the-next-round'")
                            .update();
                    within(Duration.ofMinutes(1), "the edition is prepared", this::isPrepared);
                    collects("the-last-to-come");
                    isDone();
                },
                CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
        var settings = new ScheduleSettings(true, "0 0 7 * * MON", true);

        new WeeklyRun(prepare, editions, deliveries, settings, spoken, clock).run(clock.instant());

        assertThat(rounds).succeedsWithin(Duration.ofSeconds(20));
        newsroom.awaits(edition, EditionState.SENT);
        assertThat(editions.get(1).stories()).hasSize(3);
    }

    /** By another node. */
    private void isAsked(String feed) {
        database.sql("""
                        insert into story_feed (url, asked_at, next_at, in_hand_until)
                        values (:url, :now::timestamptz, :now::timestamptz, :now::timestamptz + interval '10 minutes')
                        """)
                .param("url", feed)
                .param("now", clock.instant().toString())
                .update();
    }

    private void isDone() {
        database.sql("update story_feed set in_hand_until = null").update();
    }

    private boolean isPrepared() {
        return database.sql("select exists (select from batch_job_execution where end_time is not null)")
                .query(Boolean.class)
                .single();
    }

    /** In a round that has not ended. */
    private void collects(String name) {
        Story like = edition.stories().get(0).content();
        Story story = new Story(
                "https://harbour.example/" + name,
                like.section(),
                "About " + name,
                like.tldr(),
                like.msmPerspective(),
                like.xPerspective(),
                like.bodyHtml(),
                like.byline(),
                like.place(),
                like.lang(),
                like.publishedAt(),
                null,
                List.of(),
                List.of());
        stories.manyChanges().put(story, "api");
    }

    private void sends(@Nullable Instant at) {
        deliveries.send(1, 2, edition.contentHash(), at, "ana");
    }
}
