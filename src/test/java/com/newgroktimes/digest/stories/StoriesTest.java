package com.newgroktimes.digest.stories;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.Stories.Change;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.stories.TestStories.headlined;
import static com.newgroktimes.digest.stories.TestStories.story;
import static com.newgroktimes.digest.stories.TestStories.undated;
import static com.newgroktimes.digest.stories.TestStories.withoutTldr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StoriesTest {

    private static final String URL = "https://news.example/chips";

    private final StoryShop shop = new StoryShop(null);
    private final Stories stories = shop.stories;
    private final SettableClock clock = shop.clock;

    @Test
    void whatIsPutIsFoundAgainInEveryField() {
        StoredStory put = stories.put(story(URL), "api").story();

        assertThat(put.story()).isEqualTo(story(URL));
        assertThat(put.firstSeen()).isEqualTo(SettableClock.START);
        assertThat(stories.find(URL)).contains(put);
        assertThat(stories.byId(List.of(put.id(), 999L))).containsExactly(put);
    }

    @Test
    void oneStoryHasOneRowHoweverItsAddressIsWritten() {
        stories.put(story(URL), "api");

        var again =
                stories.put(headlined("HTTPS://News.Example:443/chips?utm_source=x#top", "Another headline"), "api");

        assertThat(again.change()).isEqualTo(Change.REPLACED);
        assertThat(again.story().story().url()).isEqualTo(URL);
        assertThat(stories.find(URL + "?fbclid=1")).contains(again.story());
    }

    @Test
    void replacingKeepsWhenItWasFirstSeen() {
        stories.put(story(URL), "api");
        clock.advance(Duration.ofHours(1));

        StoredStory replaced =
                stories.put(headlined(URL, "Another headline"), "api").story();

        assertThat(replaced.firstSeen()).isEqualTo(SettableClock.START);
        assertThat(replaced.changedAt()).isEqualTo(clock.instant());
    }

    @Test
    void theSameAgainChangesNothingAndTellsNobody() {
        StoredStory first = stories.put(story(URL), "api").story();
        clock.advance(Duration.ofHours(1));

        var again = stories.put(story(URL), "api");

        assertThat(again.change()).isEqualTo(Change.UNCHANGED);
        assertThat(again.story()).isEqualTo(first);
        assertThat(shop.events).containsExactly(new StoryChanged(first.id(), false));
    }

    @Test
    void everyChangeIsTold() {
        long id = stories.put(story(URL), "api").story().id();
        stories.put(headlined(URL, "Another headline"), "api");
        stories.withdraw(URL);

        assertThat(shop.events)
                .containsExactly(new StoryChanged(id, false), new StoryChanged(id, false), new StoryChanged(id, false));
    }

    @Test
    void manyAreToldOneByOneAndTheirEndOnce() {
        long first;
        long second;
        try (ManyChanges changes = stories.manyChanges()) {
            first = changes.put(story(URL), "api").story().id();
            second = changes.put(story(URL + "/2"), "api").story().id();
        }

        assertThat(shop.events)
                .containsExactly(new StoryChanged(first, true), new StoryChanged(second, true), new StoriesCollected());
    }

    @Test
    void aWithdrawnStoryThatIsPutAgainIsBack() {
        stories.put(story(URL), "api");
        stories.withdraw(URL);

        assertThat(stories.put(story(URL), "api").change()).isEqualTo(Change.REPLACED);
        assertThat(stories.find(URL).orElseThrow().withdrawnAt()).isNull();
    }

    @Test
    void withdrawingTwiceIsWithdrawingOnce() {
        stories.put(story(URL), "api");

        assertThat(stories.withdraw(URL)).isTrue();
        assertThat(stories.withdraw(URL)).isTrue();
        assertThat(stories.withdraw("https://news.example/none")).isFalse();
        assertThat(shop.events).hasSize(2);
    }

    @Test
    void aWeekHoldsWhatWasPublishedInItAndWhatUndatedWasFirstSeenInIt() {
        stories.put(undated("https://news.example/undated"), "api");
        stories.put(story(URL), "api");
        Instant published = Instant.parse("2026-11-23T09:30:00Z");

        assertThat(urls(published, SettableClock.START)).containsExactly(URL);
        assertThat(urls(published, SettableClock.START.plusNanos(1_000)))
                .containsExactly(URL, "https://news.example/undated");
        assertThat(urls(published.plusNanos(1_000), SettableClock.START)).isEmpty();
    }

    @Test
    void aStoryWithoutTldrIsKeptWithOneProposed() {
        StoredStory kept = stories.put(withoutTldr(URL), "api").story();

        assertThat(kept.incomplete()).isTrue();
        assertThat(kept.tldrProposed()).isEqualTo("It hums. It really does.");
    }

    @Test
    void somethingThatIsNoAddressFindsAProblem() {
        assertThatThrownBy(() -> stories.find("chips"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("\"chips\"");
    }

    private List<String> urls(Instant from, Instant until) {
        return stories.heads(from, until).stream().map(StoryHead::url).toList();
    }
}
