package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

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

    @Test
    void whatTheOtherFilledGivesWayToWhatTheFirstTells() {
        tell("/second", "Dance of the cranes", by("Ada Moor"));
        again();
        assertThat(kept().story().byline()).isEqualTo("Ada Moor");

        tell("/first", "Cranes dance", by("Ben Quay"));
        again();

        assertThat(kept().story().byline()).isEqualTo("Ben Quay");
    }

    @Test
    void whatTheOtherFilledItMayCorrect() {
        tell("/second", "Dance of the cranes", by("Ada Mor"));
        again();
        tell("/second", "Dance of the cranes", by("Ada Moor"));
        again();

        assertThat(kept().story().byline()).isEqualTo("Ada Moor");
    }

    @Test
    void aProposedTldrOfTheOtherStaysWhenTheFirstChangesItsHeadline() {
        tell("/first", "Cranes dance on", "");

        again();

        assertThat(kept().tldrProposed()).isEqualTo("They danced all night, says the harbour.");
    }

    @Test
    void whatWasEmptiedByHandTheOtherDoesNotFill() {
        tell("/first", "Cranes dance", by("Ben Quay"));
        again();
        shop.stories.edit(kept(), TestStories.unsigned(kept().story()));

        tell("/second", "Dance of the cranes", by("Ada Moor"));
        again();
        tell("/first", "Cranes dance on", by("Ben Quay"));
        again();

        assertThat(kept().story().byline()).isNull();
        assertThat(kept().story().headline()).isEqualTo("Cranes dance on");
    }

    @Test
    void onceTheFirstHasGoneOnWithoutItTheOtherCorrectsIt() {
        goOn("/first");
        again();
        assertThat(again().changed()).isZero();
        assertThat(kept().story().headline()).isEqualTo("Cranes dance");

        tell("/second", "Cranes did not dance", by("Ada Moor"));
        again();
        assertThat(kept().story().headline()).isEqualTo("Cranes did not dance");
        assertThat(kept().source()).isEqualTo(site.at("/second"));

        tell("/first", "Cranes dance after all", "");
        again();
        assertThat(kept().story().headline()).isEqualTo("Cranes did not dance");
    }

    @Test
    void aFirstThatIsBackInTimeKeepsItsSay() {
        goOn("/first");
        again();
        tell("/first", "Cranes dance", "");
        again();

        tell("/second", "Cranes at night", "");
        again();

        assertThat(kept().story().headline()).isEqualTo("Cranes dance");
    }

    @Test
    void whoeverComesUponItAfterwardsHasNoSay() {
        goOn("/first");
        again();
        var three = new StoryShop(shop.database, site.feed("/first"), site.feed("/second"), site.feed("/third"));
        three.clock.set(shop.clock.instant().plus(Duration.ofHours(1)));
        tell("/third", "You will not believe what cranes do", "");

        three.stories.collect();

        assertThat(kept().story().headline()).isEqualTo("Cranes dance");
    }

    @Test
    void aFeedThatIsGoneForGoodHasNoSay() {
        site.on("/first", 410, Map.of(), "");
        again();

        tell("/second", "Cranes did not dance", "");
        again();

        assertThat(kept().story().headline()).isEqualTo("Cranes did not dance");
    }

    @Test
    void whatCouldNotBeReadToItsEndTakesNoSayAway() {
        site.on("/first", "<rss version=\"2.0\"><channel><item><link>https://harbour.example/moths</link><title>Moths");
        again();

        tell("/second", "Cranes did not dance", "");
        again();

        assertThat(kept().story().headline()).isEqualTo("Cranes dance");
    }

    private void goOn(String path) {
        site.on(path, FeedSite.rss("7 https://harbour.example/moths Moths are counted"));
    }

    private static String by(String name) {
        return "<dc:creator xmlns:dc=\"http://purl.org/dc/elements/1.1/\">%s</dc:creator>".formatted(name)
                + "<description>They danced all night, says the harbour.</description>";
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
