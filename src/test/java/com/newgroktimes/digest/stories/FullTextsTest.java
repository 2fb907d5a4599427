package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.newgroktimes.digest.stories.FeedSite.Request;
import com.newgroktimes.digest.stories.StorySettings.FeedSource;

import static com.newgroktimes.digest.stories.FeedSite.rss;
import static org.assertj.core.api.Assertions.assertThat;

/** A feed that tells only headlines, and pages that tell the rest. */
class FullTextsTest {

    private static final String PAGE = """
            <!doctype html><html lang="en"><title>Otherwise</title><meta name="author" content="Ida Moren">
            <article><h1>Otherwise</h1><p>They danced all night, and nobody knows why they began.</p>
            <p>In the morning they were gone, and the harbour was quiet.</p></article></html>""";

    private FeedSite site;
    private StoryShop shop;

    @BeforeEach
    void open() throws IOException {
        site = new FeedSite();
        site.on("/feed", rss("1 " + site.at("/cranes") + " Cranes dance"));
        site.on("/cranes", 200, Map.of("Content-Type", "text/html"), PAGE);
        FeedSource feed = site.feed("/feed");
        shop = StoryShop.of(new FeedSource(feed.url(), null, feed.interval(), "The harbour", true));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void thePageFillsWhatTheFeedLeavesEmpty() {
        shop.stories.collect();

        assertThat(kept().bodyHtml()).contains("They danced all night").doesNotContain("Otherwise");
        assertThat(kept().headline()).isEqualTo("Cranes dance");
        assertThat(shop.stories.find(site.at("/cranes")).orElseThrow().source()).isEqualTo(site.at("/feed"));
    }

    @Test
    void oneThatShowsItsBeginningAloneIsTakenAndSoTold() {
        site.on(
                "/cranes",
                200,
                Map.of("Content-Type", "text/html"),
                PAGE.replace(
                        "<article>",
                        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script><article>"));

        assertThat(shop.stories.collect().problems())
                .singleElement()
                .asString()
                .isEqualTo(site.at("/cranes")
                        + ": Its page: It shows only its beginning, and asks readers to subscribe for the rest.");
        assertThat(kept().bodyHtml()).contains("They danced all night");
    }

    @Test
    void andTheFeedTakesNothingOfItBack() {
        shop.stories.collect();
        site.on("/feed", rss("1 " + site.at("/cranes") + " Cranes dance on"));

        again();

        assertThat(kept().headline()).isEqualTo("Cranes dance on");
        assertThat(kept().bodyHtml()).contains("They danced all night");
        assertThat(pagesAsked()).isOne();
    }

    @Test
    void aPageThatProgramsMayNotReadIsNotRead() {
        site.on("/robots.txt", "User-agent: *\nDisallow: /cranes\n");

        assertThat(shop.stories.collect().problems())
                .singleElement()
                .asString()
                .startsWith("%1$s: Its page was not read for the body: %1$s is kept from programs by the robots.txt"
                        .formatted(site.at("/cranes")));
        again();

        assertThat(pagesAsked()).isZero();
        assertThat(kept().bodyHtml()).isNull();
    }

    @Test
    void norIsOneThatAnotherLeadsTo() {
        site.on("/cranes", 302, Map.of("Location", "/private"), "");
        site.on("/private", 200, Map.of("Content-Type", "text/html"), PAGE);
        site.on("/robots.txt", "User-agent: *\nDisallow: /private\n");

        assertThat(shop.stories.collect().problems())
                .singleElement()
                .asString()
                .contains(site.at("/private") + " is kept from programs by the robots.txt of its site.");
        assertThat(site.requests).extracting(Request::path).contains("/cranes").doesNotContain("/private");
        assertThat(kept().bodyHtml()).isNull();
    }

    @Test
    void norWhereTheSiteCannotSay() {
        site.on("/robots.txt", 503, Map.of(), "");

        assertThat(shop.stories.collect().problems())
                .singleElement()
                .asString()
                .contains("while its site cannot say", site.at("/robots.txt") + " answered 503.");
        assertThat(pagesAsked()).isZero();
    }

    @Test
    void aPageWithinTheHouseIsToldAsSuch() {
        site.on("/feed", rss("1 http://127.0.0.1:1/cranes Cranes dance"));

        assertThat(shop.stories.collect().problems())
                .singleElement()
                .asString()
                .contains("is not fetched: 127.0.0.1 is not on the open internet.")
                .doesNotContain("robots.txt");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 410})
    void whereThereIsNoRobotsTxtAllMayBeRead(int status) {
        site.on("/robots.txt", status, Map.of(), "");

        shop.stories.collect();

        assertThat(pagesAsked()).isOne();
    }

    @Test
    void aSiteIsAskedForItsRulesOnceADay() {
        site.on("/feed", rss("1 " + site.at("/cranes") + " Cranes dance", "2 " + site.at("/tides") + " Tides turn"));
        shop.stories.collect();
        site.on("/feed", rss("3 " + site.at("/moths") + " Moths are counted"));

        again();

        assertThat(site.requests)
                .extracting(Request::path)
                .filteredOn("/robots.txt"::equals)
                .hasSize(1);
    }

    @Test
    void aPageThatFailsIsAskedAgainLaterAndToldAtItsSourceUntilThen() {
        site.on("/cranes", 404, Map.of(), "");

        List<String> problems = shop.stories.collect().problems();
        shop.clock.advance(Duration.ofMinutes(20));
        shop.stories.collect();

        assertThat(problems)
                .singleElement()
                .asString()
                .contains("answered 404", "It is asked again from 2026-11-25T11:00:00Z on.");
        assertThat(pagesAsked()).isOne();
        assertThat(toldAtTheSource()).isEqualTo(problems);

        site.on("/cranes", 200, Map.of("Content-Type", "text/html"), PAGE);
        again();
        assertThat(pagesAsked()).isEqualTo(2);
        assertThat(kept().bodyHtml()).contains("They danced all night");
        assertThat(toldAtTheSource()).isEmpty();
    }

    @Test
    void oneThatGoesOnFailingIsLeftAlone() {
        site.on("/cranes", 503, Map.of(), "");

        for (int hour = 0; hour < 72; hour++) {
            shop.stories.collect();
            shop.clock.advance(Duration.ofHours(1));
        }

        assertThat(pagesAsked()).isEqualTo(4);
        assertThat(toldAtTheSource())
                .singleElement()
                .asString()
                .contains("It was asked 4 times, and is left alone: write the body by hand.");
    }

    private List<String> toldAtTheSource() {
        return Objects.requireNonNull(shop.sources.health().get(0).collected()).problems();
    }

    @Test
    void aFeedThatIsNotToBeCompletedAsksNoPage() {
        shop = StoryShop.of(site.feed("/feed"));

        shop.stories.collect();

        assertThat(pagesAsked()).isZero();
    }

    private void again() {
        shop.clock.advance(Duration.ofHours(1));
        shop.stories.collect();
    }

    private long pagesAsked() {
        return site.requests.stream()
                .filter(request -> request.path().equals("/cranes"))
                .count();
    }

    private Story kept() {
        return shop.stories.find(site.at("/cranes")).orElseThrow().story();
    }
}
