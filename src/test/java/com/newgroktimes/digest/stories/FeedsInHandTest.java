package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.FeedTable.Claimed;
import com.newgroktimes.digest.stories.Stories.Collected;

import static com.newgroktimes.digest.stories.FeedSite.rss;
import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whoever needs the stories of a feed that somebody else is asking waits for them. */
class FeedsInHandTest {

    private static final Duration A_MOMENT = Duration.ofMillis(300);

    private FeedSite site;
    private StoryShop shop;

    @BeforeEach
    void open() throws IOException {
        site = new FeedSite();
        shop = StoryShop.of(site.feed("/feed"));
        site.on("/feed", rss("1 https://harbour.example/cranes Cranes dance"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void collectingEndsWhenTheRoundOfAnotherNodeHasEnded() throws Exception {
        StoryShop node = new StoryShop(shop.database, site.feed("/feed"));
        CountDownLatch answer = site.holdsBack("/feed");
        CompletableFuture<Void> round = CompletableFuture.runAsync(node.sources::collectDue);
        eventually("it is asked", () -> !site.requests.isEmpty());

        CompletableFuture<Collected> collected = CompletableFuture.supplyAsync(shop.stories::collect);
        assertThatThrownBy(() -> collected.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        answer.countDown();

        assertThat(collected.get(20, TimeUnit.SECONDS).problems()).isEmpty();
        assertThat(shop.stories.find("https://harbour.example/cranes")).isPresent();
        assertThat(site.requests).hasSize(1);
        round.get(20, TimeUnit.SECONDS);
    }

    @Test
    void thoseThatAreNotDoneInTimeAreNamedUntilTheyAreOrTheirNodeIsTakenForDead() {
        FeedTable table = new FeedTable(shop.database, shop.clock);
        FeedsInHand inHand = new FeedsInHand(table);
        FeedAddress feed = site.feed("/feed").url();
        assertThat(inHand.await(A_MOMENT)).isEmpty();

        Claimed ours = table.claim(feed, false).orElseThrow();
        assertThat(inHand.await(A_MOMENT)).containsExactly(site.at("/feed"));
        table.done(feed, ours);
        assertThat(inHand.await(A_MOMENT)).isEmpty();

        shop.clock.advance(Duration.ofMinutes(1));
        assertThat(table.claim(feed, false)).isPresent();
        shop.clock.advance(Duration.ofMinutes(11));
        assertThat(inHand.await(A_MOMENT)).isEmpty();
    }

    @Test
    void oneThatIsStillBeingAskedIsNotAskedBySomebodyElse() {
        FeedTable table = new FeedTable(shop.database, shop.clock);
        FeedAddress feed = site.feed("/feed").url();
        Claimed ours = table.claim(feed, false).orElseThrow();

        shop.clock.advance(Duration.ofSeconds(50));
        Claimed renewed = table.renewed(feed, ours);
        shop.clock.advance(Duration.ofSeconds(50));

        assertThat(table.renewed(feed, ours)).as("by somebody who has lost it").isEqualTo(ours);
        assertThat(renewed.until()).isAfter(shop.clock.instant());
        assertThat(table.claim(feed, false)).isEmpty();
        assertThat(table.claim(feed, true)).isEmpty();
        assertThatThrownBy(() -> shop.sources.ask(feed.toString()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("asked just now");
        assertThat(site.requests).isEmpty();
    }

    @Test
    void oneThatTakesLongStaysInHandUntilItIsDone() {
        FeedTable table = new FeedTable(shop.database, shop.clock);
        FeedAddress feed = site.feed("/feed").url();
        Instant until = shop.clock.instant().plusSeconds(90);
        try (FeedLeases leases = new FeedLeases(table, A_MOMENT)) {
            try (FeedLeases.Lease held =
                    leases.hold(feed, table.claim(feed, false).orElseThrow())) {
                shop.clock.advance(Duration.ofSeconds(50));
                eventually("it is in hand for longer", () -> inHandUntil().isAfter(until));
                assertThat(held).isNotNull();
            }
            assertThat(table.inHand()).isEmpty();
        }
    }

    private Instant inHandUntil() {
        return shop.database
                .sql("select in_hand_until from story_feed")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Test
    void whoWasTakenForDeadDoesNotTakeItOutOfTheHandsOfWhoeverCameNext() {
        FeedTable table = new FeedTable(shop.database, shop.clock);
        FeedsInHand inHand = new FeedsInHand(table);
        FeedAddress feed = site.feed("/feed").url();
        Claimed slow = table.claim(feed, false).orElseThrow();
        shop.clock.advance(Duration.ofMinutes(11));
        Claimed next = table.claim(feed, false).orElseThrow();

        table.done(feed, slow);
        assertThat(inHand.await(A_MOMENT)).containsExactly(site.at("/feed"));

        table.done(feed, next);
        assertThat(inHand.await(A_MOMENT)).isEmpty();
    }

    @Test
    void oneThatFailsIsDoneToo() {
        site.on("/feed", 500, Map.of(), "");

        shop.stories.collect();

        assertThat(new FeedsInHand(new FeedTable(shop.database, shop.clock)).await(A_MOMENT))
                .isEmpty();
    }
}
