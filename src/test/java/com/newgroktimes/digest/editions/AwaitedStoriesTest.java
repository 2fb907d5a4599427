package com.newgroktimes.digest.editions;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.StoryHead;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.editions.TestStory.named;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class AwaitedStoriesTest {

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Autowired
    private SettableClock clock;

    @Test
    void beforeAnyEditionThoseOfTheOpenWeekAndTheOneBeforeAreAwaited() {
        incomplete(named("older").at("2026-11-10T10:00:00Z"));
        incomplete(named("last-week").at("2026-11-18T10:00:00Z"));
        incomplete(named("this-week").at("2026-11-24T10:00:00Z"));

        assertAwaited("last-week", "this-week");
        assertAwaitedBy("last", "last-week");
        assertAwaitedBy("current", "this-week");
        assertAwaitedBy("2026-W49");
    }

    @Test
    void afterwardsThoseAreThatAnEditionWouldTakeWheneverTheyWerePublished() {
        put(named("mailed").at("2026-11-18T10:00:00Z"));
        editionIsMailed();
        clock.advance(Duration.ofHours(1));
        incomplete(named("mailed").at("2026-11-18T10:00:00Z"));

        incomplete(named("late").at("2026-11-09T10:00:00Z"));
        incomplete(named("old").at("2026-10-09T10:00:00Z"));
        incomplete(named("undated"));
        incomplete(named("ahead").at("2026-11-28T10:00:00Z"));
        incomplete(named("next-week").at("2026-12-02T10:00:00Z"));
        put(named("complete").at("2026-11-24T10:00:00Z"));
        incomplete(named("withdrawn").at("2026-11-24T10:00:00Z"));
        stories.withdraw(named("withdrawn").story().url());

        assertAwaited("late", "undated", "ahead");
        assertAwaitedBy("last");
        assertAwaitedBy("current", "late", "undated", "ahead");
        editions.assemble("current");
        assertAwaitedBy("2026-W48", "late", "undated", "ahead");
    }

    private void assertAwaited(String... names) {
        assertNamed(editions.awaited(), names);
    }

    private void assertAwaitedBy(String week, String... names) {
        assertNamed(editions.awaited(week), names);
    }

    private static void assertNamed(List<StoryHead> awaited, String... names) {
        assertThat(awaited)
                .extracting(StoryHead::url)
                .extracting(url -> url.replace("https://news.example.org/", ""))
                .containsExactly(names);
    }

    private void editionIsMailed() {
        Edition edition = editions.assemble("last").edition();
        editions.hold(1, edition.contentHash(), 1, "ana", clock.instant());
        editions.move(1, EnumSet.of(EditionState.HOLDING), EditionState.PREPARING, null);
        editions.frozen(1, clock.instant());
    }

    private void incomplete(TestStory story) {
        put(story.withTldr(null));
    }

    private void put(TestStory story) {
        stories.put(story.story(), "api");
    }
}
