package com.newgroktimes.digest.site;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.FeedReading;
import com.newgroktimes.digest.stories.Readings;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SampleStories;
import com.newgroktimes.digest.testing.ServiceUnderTest;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** What programs read of past editions: the feed, the map, and what a page says of itself in its head. */
@DigestTest
class ArchiveTest {

    private static final String FEED = "/editions/feed.atom";
    private static final URI OURS = URI.create(ServiceUnderTest.BASE_URL);

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private Readings readings;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient database;

    private Visitor visitor;

    @BeforeEach
    void someProgramComesBy() {
        visitor = new Visitor(port);
    }

    @Test
    void beforeTheFirstEditionTheFeedIsThereAndEmpty() {
        Document feed = feed(FEED);

        assertThat(feed.select("entry")).isEmpty();
        assertThat(feed.select("feed > title").text()).isEqualTo("The New Grok Times");
        assertThat(feed.select("feed > id, feed > updated, feed > author > name"))
                .hasSize(3);
        assertThat(feed.select("feed > link[rel=self]").attr("href")).isEqualTo(OURS + FEED);
    }

    @Test
    void anEditionIsInTheFeedFromTheFreezeOnWithAllItTells() {
        stories.put(
                SampleStories.story("World", "Ships & \"queues\" <b>")
                        .tldr("Sixty ships wait.")
                        .msm("Outlets count.")
                        .body("<p>The <em>whole</em> of it.</p>")
                        .news("https://harbourwire.example/docks", null)
                        .build(),
                "api");
        editions.assemble("last");
        assertThat(feed(FEED).select("entry")).isEmpty();

        editions.frozen(1, clock.instant());

        Element entry = feed(FEED).expectFirst("entry");
        assertThat(entry.select("> title").text()).isEqualTo("Ships & \"queues\" <b>");
        assertThat(entry.select("> link[rel=alternate]").attr("href")).isEqualTo(OURS + "/editions/1");
        assertThat(entry.select("> published").text()).isEqualTo(clock.instant().toString());
        assertThat(entry.select("> updated").text()).isEqualTo(clock.instant().toString());
        Document content = Jsoup.parse(entry.select("> content[type=html]").text());
        assertThat(content.select("h2").text()).isEqualTo("Ships & \"queues\" <b>");
        assertThat(content.select("em").text()).isEqualTo("whole");
        assertThat(content.text()).contains("Sixty ships wait.", "Outlets count.");
        assertThat(content.select("[href], [src]"))
                .allSatisfy(
                        link -> assertThat(link.attr("href") + link.attr("src")).startsWith("https://"));
    }

    @Test
    void anEditionHasOneNameInTheListOnItsPageAndInTheFeed() {
        hasEditions(1);
        String lead = editions.get(1).stories().get(0).content().headline();
        database.sql("update edition set subject = 'Named by hand'").update();

        Document list = Jsoup.parse(visitor.opens("/editions").response().body());
        assertThat(list.select(".editions li > a").text()).isEqualTo("Named by hand");
        assertThat(list.select(".editions li").text()).contains(lead);
        assertThat(Jsoup.parse(visitor.opens("/editions/1").response().body()).title())
                .startsWith("Named by hand");
        assertThat(feed(FEED).select("entry > title").text()).isEqualTo("Named by hand");
    }

    @Test
    void ourOwnReaderOfFeedsReadsIt() {
        hasEditions(2);

        FeedReading read = readings.feed(
                visitor.opens(FEED).response().body().getBytes(StandardCharsets.UTF_8),
                "application/atom+xml",
                OURS.resolve(FEED));

        assertThat(read.flaws()).isEmpty();
        assertThat(read.title()).isEqualTo("The New Grok Times");
        assertThat(read.lang()).isEqualTo("en");
        assertThat(read.items())
                .extracting(item -> item.reading().story().url())
                .containsExactly(OURS + "/editions/2", OURS + "/editions/1");
        assertThat(read.items())
                .allSatisfy(item -> assertThat(item.id()).startsWith("urn:uuid:"))
                .allSatisfy(
                        item -> assertThat(item.reading().story().bodyHtml()).contains("the whole of it"));
    }

    @Test
    void aCorrectionUpdatesAnEntryAndAWithdrawalTakesItsPlace() {
        hasEditions(2);
        Document before = feed(FEED);
        clock.advance(Duration.ofHours(3));

        editions.correct(2, "It was 40 ships, & not 400.", "ana");

        Document corrected = feed(FEED);
        assertThat(ids(corrected)).isEqualTo(ids(before)).doesNotHaveDuplicates();
        assertThat(corrected.select("feed > updated").text())
                .isEqualTo(clock.instant().toString());
        assertThat(corrected.select("entry > updated").eachText())
                .containsExactly(
                        clock.instant().toString(),
                        before.select("entry > updated").get(1).text());
        assertThat(corrected.select("entry > published").eachText())
                .isEqualTo(before.select("entry > published").eachText());
        assertThat(Jsoup.parse(corrected.expectFirst("entry > content").text())
                        .select(".correction")
                        .text())
                .endsWith("It was 40 ships, & not 400.");

        clock.advance(Duration.ofHours(3));
        database.sql("update edition set state = 'SENT'").update();
        editions.withdraw(2, "None of it <was> so.", "ana");

        Document withdrawn = feed(FEED);
        assertThat(ids(withdrawn)).isEqualTo(ids(before));
        Element entry = withdrawn.expectFirst("entry");
        assertThat(entry.select("> title").text()).isEqualTo("This edition was withdrawn");
        assertThat(entry.select("> updated").text()).isEqualTo(clock.instant().toString());
        assertThat(entry.select("> content").text()).endsWith("None of it <was> so.");
        assertThat(entry.text()).doesNotContain("the whole of it");
    }

    @Test
    void anEditionMendedOnItsWayIsUpdatedWhenItGoesOn() {
        hasEditions(1);
        String before = updated();
        clock.advance(Duration.ofMinutes(20));
        database.sql("update edition set state = 'PAUSED'").update();
        editions.revise(1);
        assertThat(updated()).isEqualTo(before);
        clock.advance(Duration.ofMinutes(20));

        editions.mended(1);

        assertThat(updated()).isEqualTo(clock.instant().toString());
        clock.advance(Duration.ofMinutes(20));
        editions.mended(1);
        assertThat(updated())
                .as("going on again changes nothing")
                .isNotEqualTo(clock.instant().toString());
    }

    @Test
    void whoeverHasTheFeedIsNotSentItAgain() {
        hasEditions(1);
        Page first = visitor.opens(FEED);
        String tag = header(first, "ETag");
        String changed = header(first, "Last-Modified");

        assertThat(header(first, "Content-Type")).isEqualTo("application/atom+xml;charset=UTF-8");
        assertThat(header(first, "Vary")).contains("Accept-Language");
        assertThat(asked(Map.of("If-None-Match", tag)).status()).isEqualTo(304);
        assertThat(asked(Map.of("If-None-Match", tag)).response().body()).isEmpty();
        assertThat(asked(Map.of("If-None-Match", "*")).status()).isEqualTo(304);
        assertThat(asked(Map.of("If-Modified-Since", changed)).status()).isEqualTo(304);

        clock.advance(Duration.ofSeconds(5));
        editions.correct(1, "It was so.", "ana");

        assertThat(asked(Map.of("If-None-Match", tag)).status()).isEqualTo(200);
        assertThat(asked(Map.of("If-Modified-Since", changed)).status()).isEqualTo(200);
    }

    @Test
    void aLongFeedComesInPages() {
        hasEditions(11);

        Document first = feed(FEED);
        Document second = feed(FEED + "?page=2");

        assertThat(first.select("entry")).hasSize(10);
        assertThat(second.select("entry")).hasSize(1);
        assertThat(first.select("feed > id").text())
                .isEqualTo(second.select("feed > id").text());
        assertThat(first.select("feed > link[rel=next]").attr("href")).isEqualTo(OURS + FEED + "?page=2");
        assertThat(first.select("feed > link[rel=previous]")).isEmpty();
        assertThat(second.select("feed > link[rel=previous]").attr("href")).isEqualTo(OURS + FEED);
        assertThat(second.select("feed > link[rel=self]").attr("href")).isEqualTo(OURS + FEED + "?page=2");
        assertThat(second.select("feed > link[rel=next]")).isEmpty();
        assertThat(visitor.opens(FEED + "?page=3").status()).isEqualTo(404);
        assertThat(visitor.opens(FEED + "?page=01").status()).isEqualTo(404);
    }

    @Test
    void theFeedIsInTheLanguageThatIsAskedFor() {
        hasEditions(1);

        Document german = feed(FEED + "?lang=de");

        assertThat(german.expectFirst("feed").attr("xml:lang")).isEqualTo("de");
        assertThat(german.select("entry > link").attr("href")).isEqualTo(OURS + "/editions/1?lang=de");
        assertThat(ids(german)).isEqualTo(ids(feed(FEED)));
    }

    @Test
    void signsThatXmlForbidsAreLeftOut() {
        stories.put(
                SampleStories.story("World", "Before\uFFFE\uFFFFafter \uD83D\uDE00")
                        .build(),
                "api");
        editions.assemble("last");
        editions.frozen(1, clock.instant());

        assertThat(feed(FEED).select("entry > title").text()).isEqualTo("Beforeafter \uD83D\uDE00");
    }

    @Test
    void pagesThatAnybodyMayOpenSayWhatTheyAre() {
        hasEditions(1);
        for (String path : List.of("/", "/editions", "/editions/1", "/help", "/privacy")) {
            Document page = visitor.opens(path).html();
            assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(OURS + path);
            assertThat(property(page, "og:url")).isEqualTo(OURS + path);
            assertThat(property(page, "og:title")).isEqualTo(page.select("h1").text());
            assertThat(property(page, "og:site_name")).isEqualTo("The New Grok Times");
            assertThat(page.select("link[rel=alternate][type=application/atom+xml]")
                            .attr("href"))
                    .isEqualTo(FEED);
        }
        assertThat(visitor.opens("/subscribe")
                        .html()
                        .select("link[rel=canonical]")
                        .attr("href"))
                .isEqualTo(OURS + "/");
    }

    @Test
    void aPageInAnotherLanguageIsAnotherPageAndAnEditionIsOne() {
        hasEditions(1);

        Document list = visitor.opens("/editions?lang=ar").html();
        Document edition = visitor.opens("/editions/1?lang=ar").html();

        assertThat(list.select("link[rel=canonical]").attr("href")).isEqualTo(OURS + "/editions?lang=ar");
        assertThat(list.select("link[rel=alternate][hreflang=de]").attr("href")).isEqualTo(OURS + "/editions?lang=de");
        assertThat(edition.select("link[rel=canonical]").attr("href")).isEqualTo(OURS + "/editions/1");
        assertThat(edition.select("link[hreflang]")).isEmpty();
    }

    @Test
    void whereALinkToAnEditionIsShownItHasAPicture() {
        stories.put(SampleStories.story("World", "Without one").noPicture().build(), "api");
        editions.assemble("last");
        editions.frozen(1, clock.instant());
        Document without = visitor.opens("/editions/1").html();
        String hash = "0123456789abcdef".repeat(4);

        LinkCard card = LinkCard.of(SampleStories.edition(3));

        assertThat(card.picture()).isEqualTo(hash);
        assertThat(card.alt()).startsWith("What the picture shows: A home-grown chip");
        assertThat(property(without, "og:type")).isEqualTo("article");
        assertThat(property(without, "article:published_time"))
                .isEqualTo(clock.instant().toString());
        assertThat(property(without, "og:image")).isEqualTo(OURS + "/card.png");
        assertThat(visitor.opens("/card.png").status()).isEqualTo(200);
    }

    @Test
    void whatIsNotForEverybodySaysNothingOfItself() {
        hasEditions(1);
        database.sql("update edition set state = 'SENT'").update();
        editions.withdraw(1, "None of it was so.", "ana");

        for (String path : List.of("/editions/1", "/u/nothing", "/leave", "/subscribe/sent", "/no-such-page")) {
            assertThat(visitor.opens(path).html().select("link[rel=canonical], meta[property]"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void theMapHasWhatReadersMaySeeAndWhenItChanged() {
        hasEditions(2);
        clock.advance(Duration.ofHours(1));
        editions.correct(1, "It was so.", "ana");
        database.sql("update edition set state = 'SENT'").update();
        editions.withdraw(2, "None of it was so.", "ana");

        Document map = xml(visitor.opens("/sitemap.xml"));

        assertThat(map.select("url > loc").eachText())
                .containsExactly(
                        OURS + "/", OURS + "/editions", OURS + "/help", OURS + "/privacy", OURS + "/editions/1");
        assertThat(map.select("url > lastmod").eachText())
                .hasSize(3)
                .containsOnly(clock.instant().toString());
        assertThat(visitor.opens("/robots.txt").response().body()).endsWith("Sitemap: " + OURS + "/sitemap.xml\n");
    }

    @Test
    void theseAreLookedAtAndNotChanged() {
        for (String path : List.of(FEED, "/sitemap.xml", "/robots.txt")) {
            assertThat(visitor.sends("HEAD", URI.create(path), null, BodyPublishers.noBody())
                            .status())
                    .isEqualTo(200);
            assertThat(visitor.sends("POST", URI.create(path), null, BodyPublishers.noBody())
                            .status())
                    .isEqualTo(405);
            assertThat(visitor.opens(path).response().headers().allValues("Set-Cookie"))
                    .isEmpty();
        }
    }

    private void hasEditions(int number) {
        var newsroom = new Newsroom(stories, editions, database);
        IntStream.rangeClosed(1, number).forEach(n -> {
            newsroom.hasStories(Newsroom.LAST_WEEK.plus(Duration.ofDays(7L * (n - 1))));
            editions.assemble("last");
            editions.frozen(n, clock.instant());
            if (n < number) {
                clock.advance(Duration.ofDays(7));
            }
        });
    }

    private String updated() {
        return feed(FEED).select("entry > updated").text();
    }

    private static List<String> ids(Document feed) {
        return feed.select("id").eachText();
    }

    private Page asked(Map<String, String> headers) {
        return visitor.opens(URI.create(FEED), headers);
    }

    private static String header(Page page, String name) {
        return String.join(", ", page.response().headers().allValues(name));
    }

    private static String property(Document page, String name) {
        return page.select("meta[property=" + name + "]").attr("content");
    }

    /** As XML that a strict reader takes, with its moments as RFC 3339 has them. */
    private Document feed(String path) {
        Document feed = xml(visitor.opens(path));
        assertThat(feed.select("updated, published").eachText())
                .allSatisfy(moment -> assertThat(Instant.parse(moment)).isNotNull());
        return feed;
    }

    private static Document xml(Page page) {
        assertThat(page.status()).isEqualTo(200);
        String body = page.response().body();
        try {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception notXml) {
            throw new AssertionError(notXml.getMessage() + "\n" + body, notXml);
        }
        return Jsoup.parse(body, "", Parser.xmlParser());
    }
}
