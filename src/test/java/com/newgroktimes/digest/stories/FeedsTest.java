package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import com.newgroktimes.digest.platform.DatabaseTrouble;
import com.newgroktimes.digest.stories.FeedSite.Request;
import com.newgroktimes.digest.stories.Stories.Collected;
import com.newgroktimes.digest.stories.StorySettings.FeedSource;

import static com.newgroktimes.digest.stories.FeedSite.rss;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FeedsTest {

    private static final String CRANES = "1 https://harbour.example/cranes Cranes dance";
    private static final Duration INTERVAL = Duration.ofMinutes(15);

    private FeedSite site;
    private StoryShop shop;

    @BeforeEach
    void open() throws IOException {
        site = new FeedSite();
        shop = StoryShop.of(site.feed("/feed"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatAFeedTellsIsCollected() {
        site.on("/feed", rss(CRANES, "2 https://harbour.example/tides Tides turn"));

        Collected collected = shop.stories.collect();

        assertThat(collected.added()).isEqualTo(2);
        StoredStory story = shop.stories.find("https://harbour.example/cranes").orElseThrow();
        assertThat(story.story().headline()).isEqualTo("Cranes dance");
        assertThat(story.story().section()).isEqualTo("News");
        assertThat(story.source()).isEqualTo(site.at("/feed"));
        assertThat(site.requests.get(0).headers().getFirst("Accept")).contains("application/atom+xml");
        assertThat(health().collected()).isEqualTo(collected);
        assertThat(health().fault()).isNull();
        assertThat(health().nextAt()).isEqualTo(now().plus(INTERVAL));
    }

    @Test
    void itIsAskedAgainWithItsOwnWords() {
        String etag = "W/\"a \\ b\"";
        site.on("/feed", 200, Map.of("ETag", etag, "Last-Modified", "Tue, 24 Nov 2026 9:00:00 GMT"), rss(CRANES));
        shop.stories.collect();
        site.on("/feed", 304, Map.of(), "");

        shop.clock.advance(INTERVAL);
        Collected again = shop.stories.collect();
        shop.clock.advance(INTERVAL);
        shop.stories.collect();

        assertThat(again).isEqualTo(Collected.NOTHING);
        assertThat(site.requests.get(0).headers()).doesNotContainKeys("If-none-match", "If-modified-since");
        assertThat(site.requests.subList(1, 3)).allSatisfy(request -> {
            assertThat(request.headers().getFirst("If-None-Match")).isEqualTo(etag);
            assertThat(request.headers().getFirst("If-Modified-Since")).isEqualTo("Tue, 24 Nov 2026 9:00:00 GMT");
        });
        assertThat(health().collected()).extracting(Collected::added).isEqualTo(1);
    }

    @Test
    void itIsAskedOnlyWhenItIsDueAndByHandOnceAMinute() {
        site.on("/feed", rss(CRANES));

        shop.sources.collectDue();
        shop.stories.collect();
        assertThat(site.requests).hasSize(1);

        shop.clock.advance(Duration.ofMinutes(1));
        shop.sources.collectDue();
        assertThat(site.requests).hasSize(1);
        shop.stories.collect();
        assertThat(site.requests).hasSize(2);

        shop.clock.advance(INTERVAL);
        shop.sources.collectDue();
        assertThat(site.requests).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 308})
    void aMoveForGoodIsRememberedAndTold(int status) {
        site.on("/feed", status, Map.of("Location", "/new"), "");
        site.on("/new", rss(CRANES));

        collectTwice();

        assertThat(site.requests).extracting(Request::path).containsExactly("/feed", "/new", "/new");
        assertThat(health().movedTo()).isEqualTo(site.at("/new"));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307})
    void anotherIsNot(int status) {
        site.on("/feed", status, Map.of("Location", "/new"), "");
        site.on("/new", rss(CRANES));

        collectTwice();

        assertThat(site.requests).extracting(Request::path).containsExactly("/feed", "/new", "/feed", "/new");
        assertThat(health().movedTo()).isNull();
    }

    @Test
    void aMoveAfterAPassingOneIsPassingToo() {
        site.on("/feed", 302, Map.of("Location", "/here"), "");
        site.on("/here", 301, Map.of("Location", "/new"), "");
        site.on("/new", rss(CRANES));

        collectTwice();

        assertThat(site.requests).extracting(Request::path).endsWith("/feed", "/here", "/new");
    }

    @Test
    void whatMovedToWhereNothingIsIsLookedForAtItsOldPlace() {
        site.on("/feed", 301, Map.of("Location", "/new"), "");
        site.on("/new", 200, Map.of("ETag", "\"new\""), rss(CRANES));
        shop.stories.collect();
        site.on("/new", 404, Map.of(), "");
        site.on("/feed", rss(CRANES));

        collectTwice();

        assertThat(site.requests).last().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/feed");
            assertThat(request.headers()).doesNotContainKey("If-none-match");
        });
        assertThat(health().fault()).isNull();
    }

    @Test
    void whatIsGoneIsAskedNoMore() {
        site.on("/feed", 410, Map.of(), "");

        Collected collected = shop.stories.collect();
        shop.clock.advance(Duration.ofDays(30));
        shop.stories.collect();
        shop.sources.collectDue();

        assertThat(site.requests).hasSize(1);
        assertThat(collected.problems()).singleElement().asString().contains(site.at("/feed"), "410 Gone", "remove it");
        assertThat(health().fault()).isEqualTo(collected.problems().get(0));
        assertThat(health().nextAt()).isNull();
    }

    @Test
    void whatFailsIsLeftAloneTwiceAsLongEachTimeUpToADay() {
        shop.stories.collect();
        assertThat(health().fault()).contains(site.at("/feed"), "answered 404");
        assertThat(health().nextAt()).isEqualTo(now().plus(Duration.ofMinutes(30)));

        shop.clock.advance(Duration.ofMinutes(30));
        shop.sources.collectDue();
        assertThat(health().nextAt()).isEqualTo(now().plus(Duration.ofMinutes(60)));

        for (int times = 0; times < 20; times++) {
            shop.clock.advance(Duration.ofDays(1));
            shop.sources.collectDue();
        }
        assertThat(health().nextAt()).isEqualTo(now().plus(Duration.ofDays(1)));

        site.on("/feed", rss(CRANES));
        shop.clock.advance(Duration.ofDays(1));
        shop.sources.collectDue();
        assertThat(health().nextAt()).isEqualTo(now().plus(INTERVAL));
        assertThat(health().fault()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"7200, 2026-11-25T12:00:00Z", "'Wed, 25 Nov 2026 15:00:00 GMT', 2026-11-25T15:00:00Z"})
    void whoAsksToBeLeftAloneIsLeftAloneEvenByHand(String retryAfter, Instant until) {
        site.on("/feed", 503, Map.of("Retry-After", retryAfter), "");
        shop.stories.collect();
        assertThat(health().nextAt()).isEqualTo(until);

        shop.clock.set(until.minusSeconds(1));
        shop.stories.collect();
        assertThat(site.requests).hasSize(1);

        shop.clock.set(until);
        shop.stories.collect();
        assertThat(site.requests).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "7200, 2 hours, '25 November 2026, 12:00 UTC'",
        "3601, 1 hour and 1 minute, '25 November 2026, 11:00 UTC'",
        "99999999, 24 hours, '26 November 2026, 10:00 UTC'",
    })
    void howLongItAskedToBeLeftAloneIsTold(String retryAfter, String asked, String until) {
        site.on("/feed", 429, Map.of("Retry-After", retryAfter), "");

        assertThat(shop.stories.collect().problems())
                .containsExactly(
                        "The feed %s answered 429, and asks us to wait for %s. It is asked again then; look at that site if it goes on."
                                .formatted(site.at("/feed"), asked));
        assertThatThrownBy(() -> shop.sources.ask(site.at("/feed")))
                .hasMessageEndingWith("is left alone until %s, as its site asked us to.".formatted(until));
    }

    @Test
    void whatIsPassedOverIsToldWithItsStandingTrouble() {
        shop = StoryShop.of(site.feed("/gone"), site.feed("/broken"), site.feed("/busy"), site.feed("/feed"));
        site.on("/gone", 410, Map.of(), "");
        site.on("/broken", rss(CRANES).replace("</channel></rss>", "<item><title>Tid"));
        site.on("/busy", 429, Map.of("Retry-After", "7200"), "");
        site.on("/feed", rss(CRANES));
        List<String> problems = shop.stories.collect().problems();
        assertThat(problems).hasSize(3);

        Collected again = shop.stories.collect();

        assertThat(site.requests).hasSize(4);
        assertThat(again.problems()).containsExactlyInAnyOrderElementsOf(problems);
        assertThat(again.read()).isZero();
    }

    @Test
    void aFeedIsCalledByItsName() {
        FeedSource feed = site.feed("/feed");
        shop = StoryShop.of(new FeedSource(feed.url(), null, feed.interval(), "The harbour", false));
        site.on("/feed", 500, Map.of(), "");

        assertThat(shop.stories.collect().problems())
                .singleElement()
                .asString()
                .startsWith("The feed \"The harbour\" answered 500.");
        assertThat(health().trouble().map(health()::ofIt))
                .hasValueSatisfying(trouble -> assertThat(trouble).startsWith("It answered 500."));
        assertThat(health().ofIt("The feed %s: Line 3 breaks off.".formatted(feed.url())))
                .isEqualTo("Line 3 breaks off.");

        again(rss(CRANES).replace("</channel></rss>", "<item><title>Tid"));
        assertThat(health().fault()).isNull();
        assertThat(health().trouble()).hasValueSatisfying(broken -> {
            assertThat(broken).startsWith("The feed \"The harbour\": ");
            assertThat(health().ofIt(broken)).doesNotContain("The harbour");
        });
    }

    @Test
    void oneThatIsBroughtBackIsNotAskedUntilItIs() {
        site.on("/feed", 410, Map.of(), "");
        shop.stories.collect();
        assertThat(health().fault()).contains("bring it back");

        shop.sources.bringBack(site.at("/feed"));
        assertThat(health().isToBeAskedAgain()).isTrue();

        site.on("/feed", rss(CRANES));
        shop.clock.advance(Duration.ofMinutes(1));
        shop.sources.collectDue();
        assertThat(health().isToBeAskedAgain()).isFalse();
        assertThat(health().collected()).extracting(Collected::added).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999", "9999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void butForADayAtMost(String retryAfter) {
        site.on("/feed", 503, Map.of("Retry-After", retryAfter), "");

        shop.stories.collect();

        assertThat(health().nextAt()).isEqualTo(now().plus(Duration.ofDays(1)));
    }

    @Test
    void idsThatArePositionsMixNoStoriesUp() {
        site.on("/feed", rss("1 https://a.example/a Apples", "2 https://a.example/b Boats"));
        shop.stories.collect();
        shop.clock.advance(INTERVAL);
        site.on(
                "/feed",
                rss("1 https://a.example/c Cranes", "2 https://a.example/a Apples", "3 https://a.example/b Boats"));

        Collected collected = shop.stories.collect();

        assertThat(collected).isEqualTo(new Collected(1, 0, 2, List.of()));
        assertThat(headline("https://a.example/a")).isEqualTo("Apples");
        assertThat(headline("https://a.example/b")).isEqualTo("Boats");
        assertThat(headline("https://a.example/c")).isEqualTo("Cranes");
    }

    @Test
    void entriesThatDifferOnlyByWhatTellsNoAddressesApartAreToldOnce() {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            items.add("id%d https://a.example/live#%d Tick %d".formatted(i, i, i));
        }
        String feed = rss(items.toArray(String[]::new));
        site.on("/feed", feed);

        Collected collected = shop.stories.collect();

        assertThat(collected.added()).isEqualTo(1);
        assertThat(collected.problems())
                .singleElement()
                .asString()
                .contains("https://a.example/live: 20 entries", "\"Tick 0\"", "\"Tick 1\"", "and 16 more");
        assertThat(shop.readings.feed(feed.getBytes(UTF_8), null, null).shared())
                .extracting(Flaw::toString)
                .containsExactly("feed: " + collected.problems().get(0));
    }

    @Test
    void anIdThatIsAlwaysTheSameLosesNoStory() {
        for (String name : List.of("a", "b", "c", "c")) {
            String dated = "Headline %s</title><pubDate>2026-11-23T09:30:%02dZ</pubDate><title>"
                    .formatted(name, name.charAt(0) % 60);
            site.on("/feed", rss("latest https://a.example/%s %s".formatted(name, dated)));
            shop.stories.collect();
            shop.clock.advance(INTERVAL);
        }

        for (String name : List.of("a", "b", "c")) {
            assertThat(headline("https://a.example/" + name)).isEqualTo("Headline " + name);
        }
    }

    /** Where both have a date, that would tell them apart. */
    @Test
    void anIdThatComesToStandForAnotherStoryWithoutADateLosesNone() {
        site.on("/feed", rss("1 https://a.example/apples Apples"));
        shop.stories.collect();
        shop.clock.advance(INTERVAL);
        site.on("/feed", rss("1 https://a.example/boats Boats"));

        assertThat(shop.stories.collect()).isEqualTo(new Collected(1, 0, 0, List.of()));
        assertThat(headline("https://a.example/apples")).isEqualTo("Apples");
        assertThat(headline("https://a.example/boats")).isEqualTo("Boats");
    }

    private String headline(String url) {
        return shop.stories.find(url).orElseThrow().story().headline();
    }

    @Test
    void aFeedThatFailsCostsNoOtherItsStories() {
        shop = StoryShop.of(site.feed("/page"), site.feed("/broken"), site.feed("/feed"));
        site.on("/page", 200, Map.of("Content-Type", "text/html"), "<!doctype html><title>Log in</title>");
        site.on("/broken", 500, Map.of(), "");
        site.on("/feed", rss(CRANES));

        Collected collected = shop.stories.collect();

        assertThat(collected.added()).isEqualTo(1);
        assertThat(collected.problems())
                .hasSize(2)
                .anySatisfy(page ->
                        assertThat(page).startsWith("The feed " + site.at("/page") + " answered with no feed: "))
                .anySatisfy(broken -> assertThat(broken).contains(site.at("/broken"), "answered 500"));
        assertThat(shop.sources.health()).extracting(SourceHealth::kind).containsOnly("feed");
    }

    @Test
    void aPageThatNamesItsFeedIsToldWithIt() {
        site.on("/feed", """
                <!doctype html><title>Little Harbour</title>
                <link rel="alternate" type="application/rss+xml" href="/real.xml"><p>Welcome.""");

        assertThat(shop.stories.collect().problems())
                .singleElement()
                .asString()
                .endsWith("answered with no feed: It is a web page. It names a feed: give " + site.at("/real.xml")
                        + " instead.");
    }

    @ParameterizedTest
    @CsvSource({
        "503, <html><title>Just a moment...</title><div id=challenge-form></div></html>, keeps programs out",
        "403, <html><title>Access Denied</title>Reference errors.edgesuite.net</html>, keeps programs out",
        "200, <html><title>Hm</title><div id=px-captcha></div></html>, keeps programs out",
        "200, <html><title>Members</title><input type=password></html>, to sign in on",
        "404, <html><title>Just a moment...</title></html>, See whether it is still there"
    })
    void aPageInItsPlaceIsToldAsWhatItIs(int status, String page, String what) {
        site.on("/feed", status, Map.of("Content-Type", "text/html"), page);

        assertThat(shop.stories.collect().problems()).singleElement().asString().contains(site.at("/feed"), what);
    }

    @Test
    void noneLeadsIntoTheHouse() {
        site.on("/feed", 302, Map.of("Location", "http://inner.test/"), "");

        assertThat(shop.stories.collect().problems())
                .singleElement()
                .asString()
                .contains(site.at("/feed"), "inner.test", "is not on the open internet");
    }

    @Test
    void anEntryWhoseAddressChangesStaysTheSameStory() {
        site.on("/feed", rss(CRANES));
        shop.stories.collect();
        site.on("/feed", rss("1 https://harbour.example/cranes-dance Cranes dance on"));
        shop.clock.advance(INTERVAL);

        Collected collected = shop.stories.collect();

        assertThat(collected).extracting(Collected::added, Collected::changed).containsExactly(0, 1);
        assertThat(shop.stories
                        .find("https://harbour.example/cranes")
                        .orElseThrow()
                        .story()
                        .headline())
                .isEqualTo("Cranes dance on");
        assertThat(shop.stories.find("https://harbour.example/cranes-dance")).isEmpty();
    }

    @Test
    void oneThatIsCutShortIsToldAllAgainAndNothingTwice() {
        site.on(
                "/feed",
                200,
                Map.of("ETag", "\"1\""),
                rss(CRANES, "2 https://harbour.example/tides Tides", "3 https://harbour.example/moths Moths"));
        shop.diesAfter(2);
        assertThatThrownBy(shop.stories::collect).hasRootCauseMessage("cut");
        shop.livesOn();

        shop.sources.collectDue();
        assertThat(site.requests).hasSize(1);
        shop.clock.advance(Duration.ofMinutes(1));
        shop.sources.collectDue();

        assertThat(site.requests).hasSize(2);
        assertThat(site.requests.get(1).headers()).doesNotContainKey("If-none-match");
        assertThat(shop.database
                        .sql("select url from story")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "https://harbour.example/cranes",
                        "https://harbour.example/tides",
                        "https://harbour.example/moths");
        assertThat(health().fault()).isNull();
    }

    @Test
    void whatLooksWrongWithAFeedThatAnswersIsToldUntilItDoesNot() {
        site.on("/feed", rss());
        shop.stories.collect();
        assertThat(health().hint()).startsWith("It has no entries.");

        again(rss(CRANES));
        assertThat(health().hint()).startsWith("None of its entries has a date");

        again(rss(CRANES).replace("</item>", "<pubDate>Wed, 01 Jul 2026 09:00:00 GMT</pubDate></item>"));
        assertThat(health().hint()).startsWith("Its newest entry is of 2026-07-01T09:00:00Z.");

        again(rss(CRANES).replace("</item>", "<pubDate>Tue, 24 Nov 2026 09:00:00 GMT</pubDate></item>"));
        assertThat(health().hint()).isNull();
        assertThat(health().fault()).isNull();
    }

    private void again(String feed) {
        site.on("/feed", feed);
        shop.clock.advance(INTERVAL);
        shop.stories.collect();
    }

    @Test
    void whatCameOfAskingIsCounted() {
        again(rss(CRANES, "2 https://harbour.example/tides Tides turn"));
        site.on("/feed", 404, Map.of(), "");
        shop.clock.advance(INTERVAL);
        shop.stories.collect();

        assertThat(shop.meters.timer("digest.feeds.asked", "outcome", "taken").count())
                .isEqualTo(1);
        assertThat(shop.meters.timer("digest.feeds.asked", "outcome", "failed").count())
                .isEqualTo(1);
        assertThat(shop.meters
                        .counter("digest.feeds.stories", "change", "added")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aDatabaseThatIsAwayIsNoFaultOfTheFeed() {
        var away = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/digest"));

        assertThatThrownBy(new StoryShop(away, site.feed("/feed")).stories::collect)
                .isNotInstanceOf(CompletionException.class)
                .satisfies(
                        failure -> assertThat(DatabaseTrouble.behind(failure)).contains(DatabaseTrouble.AWAY));
        assertThat(site.requests).isEmpty();
    }

    @Test
    void whatCameAfterABreakIsAskedForAgain() {
        site.on("/feed", 200, Map.of("ETag", "\"1\""), rss(CRANES).replace("</channel></rss>", "<item><title>Tid"));
        shop.stories.collect();
        site.on("/feed", 200, Map.of("ETag", "\"1\""), rss(CRANES, "2 https://harbour.example/tides Tides"));
        shop.clock.advance(INTERVAL);

        assertThat(shop.stories.collect().added()).isEqualTo(1);
        assertThat(site.requests.get(1).headers()).doesNotContainKey("If-none-match");
    }

    @Test
    void entriesThatAllHaveTheSameIdAreStoriesOfTheirOwn() {
        site.on("/feed", rss(CRANES, "1 https://harbour.example/tides Tides turn"));

        assertThat(shop.stories.collect().added()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"feed.xml", "ftp://harbour.example/feed", "https://ada:secret@harbour.example/", "https:// x"})
    void whatIsNoAddressOfAFeedIsRefused(String given) {
        assertThatThrownBy(() -> FeedAddress.valueOf(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no address of a feed");
    }

    private void collectTwice() {
        for (int times = 0; times < 2; times++) {
            shop.clock.advance(Duration.ofHours(1));
            shop.stories.collect();
        }
    }

    private SourceHealth health() {
        return shop.sources.health().get(0);
    }

    private Instant now() {
        return shop.clock.instant();
    }
}
