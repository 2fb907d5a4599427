package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.newgroktimes.digest.stories.FeedSite.Request;
import com.newgroktimes.digest.stories.Stories.Collected;

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
    void entriesWhoseLinksOnlyCountAreTakenOnceItIsKnownWhereTheyLead() {
        String[] items = IntStream.rangeClosed(1, 60)
                .mapToObj(n -> "%d %s Story %d".formatted(n, counted("/r/" + n), n))
                .toArray(String[]::new);
        for (int n = 1; n <= 60; n++) {
            site.on("/r/" + n, 302, Map.of("Location", site.at("/story/" + n)), "");
            site.on("/story/" + n, "It says so.");
        }
        site.on("/feed", 200, Map.of("ETag", "\"1\""), rss(items));

        Collected first = shop.stories.collect();
        assertThat(first.added()).isEqualTo(50);
        assertThat(first.problems())
                .filteredOn(problem -> problem.contains("10 new entries are taken"))
                .hasSize(1);
        shop.clock.advance(Duration.ofHours(1));
        Collected second = shop.stories.collect();

        assertThat(second.added()).isEqualTo(10);
        assertThat(second.problems()).noneMatch(problem -> problem.contains("new entries"));
        assertThat(shop.stories.find(site.at("/story/60"))).isPresent();
        assertThat(shop.database
                        .sql("select count(*) from story where url like '%/r/%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 429})
    void aCounterThatCannotSayIsWaitedFor(int status) {
        site.on("/r/1", status, Map.of(), "");
        site.on("/feed", rss("1 " + counted("/r/1") + " Cranes dance"));
        site.on("/other", rss("7 " + site.at("/cranes") + " Cranes dance"));

        Collected first = shop.stories.collect();
        site.on("/r/1", 301, Map.of("Location", site.at("/cranes")), "");
        shop.clock.advance(Duration.ofMinutes(20));
        Collected second = shop.stories.collect();

        assertThat(first.added()).isEqualTo(1);
        assertThat(first.problems()).singleElement().asString().contains("1 new entries are taken");
        assertThat(second.added()).isZero();
        assertThat(second.problems()).isEmpty();
        assertThat(shop.stories.find(counted("/r/1"))).isEmpty();
        assertThat(shop.stories.find(site.at("/cranes"))).isPresent();
    }

    @Test
    void aCounterThatSaysNothingForAnHourCostsNoStory() {
        site.on("/r/1", 503, Map.of(), "");
        site.on("/feed", rss("1 " + counted("/r/1") + " Cranes dance"));

        assertThat(shop.stories.collect().added()).isZero();
        shop.clock.advance(Duration.ofMinutes(59));
        assertThat(shop.stories.collect().added()).isZero();
        shop.clock.advance(Duration.ofMinutes(59));
        assertThat(shop.stories.collect().added()).isEqualTo(1);
        assertThat(shop.stories.find(counted("/r/1"))).isPresent();
    }

    @Test
    void whereACounterLedIsKnownThoughItIsSilentThere() {
        site.on("/r/1", 302, Map.of("Location", site.at("/busy")), "");
        site.on("/busy", 503, Map.of(), "");
        site.on("/feed", rss("1 " + counted("/r/1") + " Cranes dance"));

        assertThat(shop.stories.collect().added()).isEqualTo(1);
        assertThat(shop.stories.find(site.at("/busy"))).isPresent();
    }

    private String counted(String path) {
        return site.at(path).replace("site.test", "site1.test");
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
