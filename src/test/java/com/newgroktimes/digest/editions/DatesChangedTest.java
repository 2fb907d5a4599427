package com.newgroktimes.digest.editions;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.TestFeeds;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.ServiceUnderTest;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A story whose date is changed, into the window of an open edition or out of it, ends in the same place whether it is sent, typed,
 * fetched or lies in the folder, and a start changes nothing. {@link AnyOrderOfEventsTest} says that this is the place of its date.
 */
@DigestTest
class DatesChangedTest {

    private enum Way {
        SENT,
        TYPED,
        FETCHED,
        FILED;

        TestStory at(Instant date) {
            return TestStory.named("way-" + ordinal()).at(date);
        }

        String url() {
            return at(Instant.EPOCH).story().url();
        }
    }

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Autowired
    private Assembly assembly;

    @Autowired
    private DueStories due;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ApplicationContext context;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itsPlaceIsTheSameWhicheverWay(long seed) throws IOException {
        Random random = new Random(seed);
        stories.put(TestStory.named("last").at(daysFromNow(-6)).story(), "api");
        stories.put(TestStory.named("this").at(clock.instant()).story(), "api");
        try (TestFeeds feed = new TestFeeds(context)) {
            for (int turn = 0; turn < 10; turn++) {
                tell(daysFromNow(anyDays(random)), feed);
                assertAllAreInOnePlace(seed);
                assemble(random.nextBoolean() ? "last" : "current");
                assertAllAreInOnePlace(seed);
                passes(Duration.ofHours(1 + random.nextInt(40)));
                assertAllAreInOnePlace(seed);
                holdsOrTakesBack(random.nextInt(4));
            }
        }
    }

    private void assertAllAreInOnePlace(long seed) {
        List<Placement> places = places();
        assembly.refillOpen();

        assertThat(places()).as("after a start, with seed %d", seed).isEqualTo(places);
        assertThat(places)
                .as("by %s, with seed %d", List.of(Way.values()), seed)
                .containsOnly(places.get(0));
    }

    private List<Placement> places() {
        return Arrays.stream(Way.values())
                .map(way -> editions.placement(stories.find(way.url()).orElseThrow()))
                .toList();
    }

    /** Mostly about the two weeks that may be open, and now and then long ago. */
    private static int anyDays(Random random) {
        return random.nextInt(6) == 0 ? -20 - random.nextInt(40) : 3 - random.nextInt(14);
    }

    private Instant daysFromNow(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    private void tell(Instant date, TestFeeds feed) throws IOException {
        stories.put(Way.SENT.at(date).story(), "api");
        type(Way.TYPED.at(date));
        feed.tells(rss(Way.FETCHED.at(date), date));
        file(Way.FILED.at(date));
        stories.collect();
    }

    private void type(TestStory story) {
        StoredStory seen = stories.find(story.story().url())
                .orElseGet(() -> stories.put(story.story(), "api").story());
        assertThat(stories.edit(seen, story.story())).isTrue();
    }

    private static String rss(TestStory story, Instant date) {
        return """
                <rss version="2.0" xmlns:n="urn:newgroktimes:digest:1"><channel><title>Little Harbour</title>
                <item><guid isPermaLink="false">1</guid><link>%s</link><title>%s</title><pubDate>%s</pubDate><n:tldr>%s</n:tldr></item>
                </channel></rss>""".formatted(
                        story.story().url(),
                        story.headline(),
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)),
                        story.tldr());
    }

    private static void file(TestStory story) throws IOException {
        Files.writeString(
                ServiceUnderTest.STORIES.resolve("filed.md"),
                "---\nurl: %s\nheadline: %s\ntldr: In short.\npublishedAt: %s\n---\n"
                        .formatted(
                                story.story().url(),
                                story.headline(),
                                story.story().publishedAt()));
    }

    private void assemble(String week) {
        try {
            editions.assemble(week);
        } catch (Problem none) {
            assertThat(none.kind()).isIn(Problem.Kind.CONFLICT, Problem.Kind.UNPROCESSABLE);
        }
    }

    private void passes(Duration time) {
        Instant before = clock.instant();
        clock.advance(time);
        due.takeSince(before);
    }

    private void holdsOrTakesBack(int what) {
        if (what == 0) {
            oldest(EditionState.READY)
                    .ifPresent(edition ->
                            editions.hold(edition.number(), edition.contentHash(), 1, "ana", daysFromNow(300)));
        } else if (what == 1) {
            oldest(EditionState.HOLDING)
                    .ifPresent(edition ->
                            editions.move(edition.number(), Set.of(EditionState.HOLDING), EditionState.READY, null));
        }
    }

    private Optional<Edition> oldest(EditionState state) {
        return editions.in(Set.of(state)).stream().findFirst().map(editions::get);
    }
}
