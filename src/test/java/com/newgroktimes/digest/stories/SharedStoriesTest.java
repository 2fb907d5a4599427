package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.stories.Stories.Collected;

import static org.assertj.core.api.Assertions.assertThat;

/** One story that two feeds tell. */
class SharedStoriesTest {

    private static final String URL = "https://harbour.example/cranes";

    private FeedSite site;
    private StoryShop shop;

    @BeforeEach
    void open() throws IOException {
        site = new FeedSite();
        shop = StoryShop.of(site.feed("/first"), site.feed("/second"));
        tell("/first", "Cranes dance", "");
        tell("/second", "Dance of the cranes", "<description>They danced all night, says the harbour.</description>");
        shop.stories.collect();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theFirstHasTheSayAndTheOtherFillsWhatIsEmpty() {
        assertThat(kept().story().headline()).isEqualTo("Cranes dance");
        assertThat(kept().source()).isEqualTo(site.at("/first"));
        assertThat(kept().tldrProposed()).isEqualTo("They danced all night, says the harbour.");
    }

    @Test
    void theyDoNotChangeItToAndFro() {
        StoredStory before = kept();
        shop.events.clear();

        for (int times = 0; times < 3; times++) {
            assertThat(again().changed()).isZero();
        }

        assertThat(kept()).isEqualTo(before);
        assertThat(shop.events).isEmpty();
    }

    @Test
    void whatTheFirstTellsAnewIsTaken() {
        tell("/first", "Cranes dance on", "");

        again();

        assertThat(kept().story().headline()).isEqualTo("Cranes dance on");
    }

    @Test
    void onceTheFirstIsNoSourceAnyMoreTheOtherHasTheSay() {
        var alone = new StoryShop(shop.database, site.feed("/second"));
        alone.clock.set(shop.clock.instant().plus(Duration.ofHours(1)));
        tell("/second", "Cranes at night", "");

        alone.stories.collect();
        tell("/second", "Cranes in the morning", "");
        alone.clock.advance(Duration.ofHours(1));
        alone.stories.collect();

        assertThat(alone.stories.find(URL).orElseThrow().story().headline()).isEqualTo("Cranes in the morning");
    }

    private Collected again() {
        shop.clock.advance(Duration.ofHours(1));
        return shop.stories.collect();
    }

    private StoredStory kept() {
        return shop.stories.find(URL).orElseThrow();
    }

    private void tell(String path, String headline, String more) {
        site.on(
                path,
                "<rss version=\"2.0\"><channel><item><link>%s</link><title>%s</title>%s</item></channel></rss>"
                        .formatted(URL, headline, more));
    }
}
