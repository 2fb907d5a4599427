package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.newgroktimes.digest.stories.FeedSite.Request;

import static com.newgroktimes.digest.stories.FeedSite.rss;
import static org.assertj.core.api.Assertions.assertThat;

/** Links that have moved: a story is known by the address at which it stays. */
class MovedLinksTest {

    private FeedSite site;
    private StoryShop shop;

    @BeforeEach
    void open() throws IOException {
        site = new FeedSite();
        site.on("/cranes", "Cranes dance.");
        shop = StoryShop.resolving(site.feed("/feed"), site.feed("/other"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 308})
    void aStoryIsKeptWhereItsLinkLeadsForGood(int status) {
        site.on("/r/1", status, Map.of("Location", "/cranes?utm_source=feed"), "");
        site.on("/feed", rss("1 " + site.at("/r/1") + " Cranes dance"));

        shop.stories.collect();

        assertThat(shop.stories.find(site.at("/cranes"))).isPresent();
        assertThat(shop.stories.find(site.at("/r/1"))).isEmpty();
    }

    @Test
    void andIsNotAskedForAgain() {
        site.on("/r/1", 301, Map.of("Location", "/cranes"), "");
        site.on("/feed", rss("1 " + site.at("/r/1") + " Cranes dance"));
        shop.stories.collect();
        site.on("/feed", rss("1 " + site.at("/r/1") + " Cranes dance on"));
        shop.clock.advance(Duration.ofHours(1));

        shop.stories.collect();

        assertThat(site.requests)
                .extracting(Request::path)
                .filteredOn("/r/1"::equals)
                .hasSize(1);
        assertThat(shop.stories.find(site.at("/cranes")).orElseThrow().story().headline())
                .isEqualTo("Cranes dance on");
    }

    @Test
    void twoFeedsThatTellItUnderTwoAddressesTellOneStory() {
        site.on("/r/1", 301, Map.of("Location", "/cranes"), "");
        site.on("/feed", rss("1 " + site.at("/r/1") + " Cranes dance"));
        site.on("/other", rss("7 " + site.at("/cranes") + " Cranes dance"));

        assertThat(shop.stories.collect().added()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307})
    void aPassingRedirectMovesNothing(int status) {
        site.on("/r/1", status, Map.of("Location", "/consent"), "");
        site.on("/consent", "Do you agree?");
        site.on("/feed", rss("1 " + site.at("/r/1") + " Cranes dance"));

        shop.stories.collect();

        assertThat(shop.stories.find(site.at("/r/1"))).isPresent();
    }

    @Test
    void whatAllLinksLeadToStandsInForThem() {
        site.on("/r/1", 301, Map.of("Location", "/consent"), "");
        site.on("/r/2", 301, Map.of("Location", "/consent"), "");
        site.on("/consent", "Do you agree?");
        site.on("/feed", rss("1 " + site.at("/r/1") + " Cranes dance", "2 " + site.at("/r/2") + " Tides turn"));

        assertThat(shop.stories.collect().added()).isEqualTo(2);
        assertThat(shop.stories.find(site.at("/consent"))).isEmpty();
    }

    @Test
    void theBeginningOfASiteAndWhatIsNotThereAreNoStories() {
        site.on("/r/1", 301, Map.of("Location", "/"), "");
        site.on("/", "Welcome.");
        site.on("/r/2", 301, Map.of("Location", "/nothing"), "");
        site.on("/feed", rss("1 " + site.at("/r/1") + " Cranes dance", "2 " + site.at("/r/2") + " Tides turn"));

        shop.stories.collect();

        assertThat(shop.stories.find(site.at("/r/1"))).isPresent();
        assertThat(shop.stories.find(site.at("/r/2"))).isPresent();
    }

    @Test
    void aSiteThatSaysNothingCostsNoStory() {
        site.on("/feed", rss("1 http://nobody.test/1 Cranes dance", "2 http://nobody.test/2 Tides turn"));

        assertThat(shop.stories.collect().added()).isEqualTo(2);
    }
}
