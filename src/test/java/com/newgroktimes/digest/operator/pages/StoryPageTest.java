package com.newgroktimes.digest.operator.pages;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.operator.ConsoleBrowser;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.ServiceUnderTest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

/** The form of one story, without script. */
@DigestTest
class StoryPageTest {

    private static final String URL = "https://news.example/moths";

    @Autowired
    private JdbcClient database;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private SignInLinks signInLinks;

    @LocalServerPort
    private int port;

    private ConsoleBrowser browser;

    @BeforeEach
    void aStoryOfTheFolder() throws IOException {
        file("A night of counting.", "TECHNOLOGY");
        stories.collect();
        browser = ConsoleBrowser.signedIn(port, signInLinks.issue("ana"));
        browser.open(path());
    }

    @Test
    void everyFieldIsFilledInAndSavedAsItWasTyped() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("headline", "The moths are counted");
        typed.put("section", "Nature");
        typed.put("tldr", "Two hundred moths.");
        typed.put("msmPerspective", "Calm.");
        typed.put("xPerspective", "Not calm.");
        typed.put("bodyHtml", "<p>One [1].</p>");
        typed.put("byline", "ANA WRITER");
        typed.put("place", "Geneva");
        typed.put("image.url", "https://news.example/moth.jpg");
        typed.put("image.alt", "A moth");
        typed.put("lang", "de");
        typed.put("publishedAt", "2026-11-24T08:15");
        typed.put("newsSources.url", "https://wire.example/moths");
        typed.put("newsSources.words", "Wire");
        browser.submit(path(), form("add:newsSources", Map.of()));

        Document page = browser.submit(path(), form("save", typed));

        assertThat(page.select("[role=status]").text()).startsWith("Saved.");
        Story story = kept().story();
        assertThat(story)
                .isEqualTo(new Story(
                        URL,
                        "Nature",
                        "The moths are counted",
                        "Two hundred moths.",
                        "Calm.",
                        "Not calm.",
                        "<p>One [1].</p>",
                        "ANA WRITER",
                        "Geneva",
                        "de",
                        Instant.parse("2026-11-24T08:15:00Z"),
                        new Story.Image("https://news.example/moth.jpg", "A moth"),
                        List.of(new Story.NewsSource(1, "https://wire.example/moths", "Wire")),
                        List.of()));
        assertThat(fields(page)).containsAllEntriesOf(typedAgain(typed));
        browser.submit(path(), form("save", Map.of()));
        assertThat(kept().story()).isEqualTo(story);
        assertThat(kept().source()).isEqualTo("moths.md");
    }

    private static Map<String, String> typedAgain(Map<String, String> typed) {
        Map<String, String> again = new LinkedHashMap<>(typed);
        again.put("publishedAt", "2026-11-24T08:15:00");
        return again;
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsLost() {
        browser.submit(path(), form("add:xPosts", Map.of()));
        Document page = browser.submit(
                path(),
                form("save", Map.of("headline", " ", "lang", "no language", "xPosts.url", "nowhere", "tldr", "Typed")));

        assertThat(browser.last().statusCode()).isEqualTo(422);
        assertThat(page.select("[role=alert] a").eachAttr("href"))
                .containsExactly("#headline", "#lang", "#xPosts-0-url");
        for (String id : List.of("headline", "lang", "xPosts-0-url")) {
            assertThat(page.select("[id=%s][aria-invalid]".formatted(id)).attr("aria-describedby"))
                    .contains(id + "-flaw-0");
            assertThat(page.select("[id=%s-flaw-0]".formatted(id)).text()).isNotBlank();
        }
        assertThat(page.select("#tldr").val()).isEqualTo("Typed");
        assertThat(kept().story().tldr()).isEqualTo("In short.");
    }

    @Test
    void whatWasSetByHandStandsBesideWhatTheSourceSaysAndCanGoBackToIt() throws IOException {
        Document saved = browser.submit(path(), form("save", Map.of("tldr", "By hand.", "section", "Nature")));
        assertThat(saved.select("#tldr-told .wrapped").text()).isEqualTo("In short.");
        assertThat(saved.select("dl.facts a[href=#section-told]").text()).isEqualTo("Section");
        file("Another night.", "TECHNOLOGY");
        stories.collect();
        assertThat(kept().story().tldr()).isEqualTo("By hand.");
        assertThat(kept().story().bodyHtml()).isEqualTo("<p>Another night.</p>");

        browser.open(path());
        Document page = browser.submit(path(), form("take:tldr", Map.of("place", "Geneva")));

        assertThat(page.select("#tldr-told")).isEmpty();
        assertThat(page.select("#section-told")).hasSize(1);
        assertThat(kept().story().tldr()).isEqualTo("In short.");
        assertThat(kept().story().place()).isEqualTo("Geneva");
    }

    @Test
    void whoeverComesSecondIsToldWhatChangedAndLosesNothing() {
        Map<String, String> typed = fields(browser.page());
        StoredStory before = kept();
        stories.edit(before, before.story().headed("Meanwhile"));

        typed.put("tldr", "Typed for a long time.");
        Document merged = browser.submit(path(), encoded("save", typed));
        assertThat(merged.select("[role=status]").text())
                .contains("Meanwhile changed, and left as it is now: Headline");
        assertThat(kept().story().headline()).isEqualTo("Meanwhile");
        assertThat(kept().story().tldr()).isEqualTo("Typed for a long time.");

        typed.put("headline", "Mine");
        Document clash = browser.submit(path(), encoded("save", typed));
        assertThat(browser.last().statusCode()).isEqualTo(412);
        assertThat(clash.select("[role=alert] a").eachText()).containsExactly("Headline");
        assertThat(clash.select("#headline").val()).isEqualTo("Mine");
        assertThat(clash.select("#headline-now").text()).contains("Meanwhile");
        assertThat(kept().story().headline()).isEqualTo("Meanwhile");
        browser.submit(path(), form("save", Map.of()));
        assertThat(kept().story().headline()).isEqualTo("Mine");
    }

    @Test
    void whatWasTakenOutOfTheBodyIsNamed() {
        Document page = browser.submit(
                path(),
                form(
                        "save",
                        Map.of(
                                "bodyHtml",
                                "<script>alert(1)</script><p onclick=x()>Text <img src=a.png> <a href='javascript:x()'>on</a></p>")));

        assertThat(page.select("[role=status] code").text()).isEqualTo("<img> <script> href=javascript: onclick=");
        assertThat(kept().story().bodyHtml()).isEqualTo("<p>Text  <a>on</a></p>");
    }

    @Test
    void aProposedTldrIsAcceptedAsItIsOrInOtherWords() {
        browser.submit(path(), form("save", Map.of("tldr", "")));
        String proposed = browser.page().select("#proposed-tldr").val();
        assertThat(proposed).isEqualTo("A night of counting.");

        Document page = browser.submit(
                path() + "/accept",
                "proposed=%s&tldr=%s&_csrf=%s"
                        .formatted(encoded(proposed), encoded("A long night of counting."), token()));

        assertThat(page.select("[role=status]").text()).isEqualTo("The TL;DR is accepted.");
        assertThat(kept().story().tldr()).isEqualTo("A long night of counting.");
        browser.submit(
                path() + "/accept", "proposed=Other&tldr=%s&_csrf=%s".formatted(encoded("Typed words."), token()));
        assertThat(browser.last().statusCode()).isEqualTo(409);
        assertThat(browser.page().select("form.story #tldr").val()).isEqualTo("Typed words.");
    }

    @Test
    void allProposedOfAWeekAreAcceptedByTheirNumber() throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.writeString(
                    ServiceUnderTest.STORIES.resolve("s" + i + ".md"),
                    "---\npublishedAt: 2026-11-24\n---\n# Story %d\n\nText %d.\n".formatted(i, i));
        }
        stories.collect();
        browser.open("/console/stories");
        String stale = "week=2026-W48&stories=2&_csrf=" + token();

        Document page = browser.press("Accept all 3 proposed TL;DRs of 2026-W48");

        assertThat(page.select("[role=status]").text()).isEqualTo("3 TL;DRs are accepted.");
        assertThat(page.select(".waiting")).isEmpty();
        browser.submit("/console/stories/accept-week", stale);
        assertThat(browser.last().statusCode()).isEqualTo(409);
    }

    @Test
    void withThoseOfAWeekGoTheLateOnesThatItsEditionTakes() throws IOException {
        Files.writeString(
                ServiceUnderTest.STORIES.resolve("late.md"), "---\npublishedAt: 2026-11-18\n---\n# Late\n\nText.\n");
        database.sql("""
                        insert into edition (number, week, opens, closes, state, subject, preheader, content_hash, created_at, frozen_at)
                        values (1, '2026-W47', '2026-11-16T06:00:00Z', '2026-11-23T06:00:00Z', 'SENT', 'Sent', '', '', now(), '2026-11-23T09:00:00Z')
                        """).update();
        stories.collect();
        browser.open("/console/stories");

        Document page = browser.press("Accept the one proposed TL;DR of 2026-W48");

        assertThat(page.select("[role=status]").text()).isEqualTo("One TL;DR is accepted.");
        assertThat(page.select(".waiting")).isEmpty();
    }

    @Test
    void twoThatAreLikelyOneStandBesideEachOtherUntilSomebodySaysThatTheyAreTwo() throws IOException {
        String tldr = "A heron has built her nest on the old harbour crane, and workers wait.";
        for (String name : List.of("heron", "crane")) {
            Files.writeString(
                    ServiceUnderTest.STORIES.resolve(name + ".md"),
                    "---\npublishedAt: 2026-11-24\ntldr: %s\n---\n# The %s at the harbour\n\nText.\n"
                            .formatted(tldr, name));
        }
        stories.collect();
        editions.assemble("current");
        assertThat(editions.check(1))
                .filteredOn(check -> check.rule().equals("resembling"))
                .extracting(Check::message)
                .singleElement(STRING)
                .contains("“The heron at the harbour”", "“The crane at the harbour”", "likely one story");
        Document list = browser.open("/console/stories");
        assertThat(list.select("td .hint:contains(Likely the same as) a").eachText())
                .containsExactlyInAnyOrder("The heron at the harbour", "The crane at the harbour");
        browser.open(list.select("td .hint:contains(Likely the same as) a").attr("href"));

        Document page = browser.submit(
                browser.page().select("form[action$=tell-apart]").attr("action"),
                "other=%s&_csrf=%s"
                        .formatted(browser.page().select("input[name=other]").val(), token()));

        assertThat(page.text()).doesNotContain("Not the same");
        assertThat(browser.open("/console/stories").text()).doesNotContain("Likely the same as");
        assertThat(editions.check(1))
                .filteredOn(check -> check.rule().equals("resembling"))
                .extracting(Check::level)
                .containsExactly(Check.Level.FINE);
    }

    @Test
    void whyItStandsWhereItDoesIsSaidInTheLanguageOfWhoeverLooks() {
        browser.submit(path(), form("save", Map.of("publishedAt", "2026-12-24T08:00")));
        assertThat(browser.page().select("dl.facts").text()).contains("It waits for its date of publication.");

        browser.prefer("de");

        assertThat(browser.open(path()).select("dl.facts").text()).contains("Sie wartet auf ihren Erscheinungstag.");
    }

    @Test
    void aStoryIsWithdrawnAndBroughtBack() {
        Document withdrawn = browser.press("Withdraw this story");
        assertThat(withdrawn.select("dl.facts").text()).contains("Withdrawn");
        assertThat(kept().withdrawnAt()).isNotNull();

        Document back = browser.press("Bring it back");

        assertThat(back.select("dl.facts").text()).contains("Goes into the next edition");
        assertThat(kept().withdrawnAt()).isNull();
    }

    @Test
    void aStoryIsWrittenIntoTheFormAndNotOverOneThatIsThere() {
        browser.open("/console/stories/new");
        Map<String, String> typed = fields(browser.page());
        typed.put("headline", "Written here");
        typed.put("url", URL);
        typed.put("bodyHtml", "<p>Text.</p>");

        Document refused = browser.submit("/console/stories/new", encoded("save", typed));
        assertThat(browser.last().statusCode()).isEqualTo(409);
        assertThat(refused.select("[role=alert] a").attr("href")).isEqualTo(path());
        assertThat(refused.select("#headline").val()).isEqualTo("Written here");
        typed.put("url", "https://news.example/other?utm_source=x");
        Document kept = browser.submit("/console/stories/new", encoded("save", typed));

        assertThat(kept.select("dl.facts").text()).contains("https://news.example/other", "by hand");
        assertThat(stories.find("https://news.example/other").orElseThrow().tldrProposed())
                .isEqualTo("Text.");
    }

    @Test
    void theArticleOfAnAddressIsReadIntoTheFormAndKeptByWhoeverLookedAtIt() throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/dew", exchange -> answer(exchange, 200, """
                <html lang="en"><head><title>The dew is late</title><meta property="og:description" content="Dew came an hour late.">
                </head><body><article><h1>The dew is late</h1><p>It came an hour late, and everybody saw it on the grass.</p>
                <p>Nobody knows why, though many have looked for the reason all week long.</p></article></body></html>
                """));
        site.createContext("/front", exchange -> answer(exchange, 200, "<html><title>Dew</title><body><p>Welcome</p>"));
        site.createContext(
                "/feed",
                exchange -> answer(exchange, 200, "<rss version='2.0'><channel><title>Dew</title></channel></rss>"));
        site.createContext("/gone", exchange -> answer(exchange, 404, ""));
        site.start();
        try {
            String address = "http://localhost:" + site.getAddress().getPort();
            browser.open("/console/stories/new");
            Document gone = read(address + "/gone");
            assertThat(browser.last().statusCode()).isEqualTo(422);
            assertThat(gone.select("[role=alert]").text()).contains("answered 404");
            assertThat(gone.select("#address").val()).isEqualTo(address + "/gone");

            assertThat(read(address + "/feed").select("[role=alert]").text())
                    .contains("is a feed, and not the page of an article", "digest.stories.feeds");
            assertThat(read(address + "/front").select("[role=status]").text()).contains("hardly a word of an article");

            Document page = read(address + "/dew");
            assertThat(page.select("#headline").val()).isEqualTo("The dew is late");
            assertThat(page.select("#tldr").val()).isEqualTo("Dew came an hour late.");
            assertThat(page.select("#bodyHtml").val()).contains("It came an hour late");
            assertThat(stories.find(address + "/dew")).isEmpty();

            browser.submit("/console/stories/new", form("save", Map.of("section", "Weather")));
            StoredStory kept = stories.find(address + "/dew").orElseThrow();
            assertThat(kept.source()).isEqualTo(StoredStory.BY_HAND);
            assertThat(kept.story().section()).isEqualTo("Weather");
            assertThat(kept.story().tldr()).isEqualTo("Dew came an hour late.");

            browser.open("/console/stories/new");
            Document known = read(address + "/dew");
            assertThat(known.select("[role=alert] a").attr("href")).isEqualTo("/console/stories/" + kept.id());
        } finally {
            site.stop(0);
        }
    }

    private Document read(String address) {
        return browser.submit("/console/stories/new/read", "address=%s&_csrf=%s".formatted(encoded(address), token()));
    }

    private static void answer(HttpExchange exchange, int status, String page) throws IOException {
        try (exchange) {
            byte[] body = page.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void aHostThatIsNotOnTheOpenInternetIsNotAskedForAPage() {
        browser.open("/console/stories/new");

        Document page = read("http://127.0.0.1:1/inner");

        assertThat(browser.last().statusCode()).isEqualTo(422);
        assertThat(page.select("[role=alert]").text()).contains("127.0.0.1");
    }

    @Test
    void aNumberThatNoStoryHasIsToldSo() {
        browser.open("/console/stories/999999");
        assertThat(browser.last().statusCode()).isEqualTo(404);
    }

    private String path() {
        return "/console/stories/" + kept().id();
    }

    private StoredStory kept() {
        return stories.find(URL).orElseThrow();
    }

    private String token() {
        return browser.page().select("input[name=_csrf]").val();
    }

    private String form(String press, Map<String, String> typed) {
        Map<String, String> fields = fields(browser.page());
        fields.putAll(typed);
        return encoded(press, fields);
    }

    private static String encoded(String press, Map<String, String> fields) {
        return fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))
                + "&press=" + press;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private static Map<String, String> fields(Document page) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.select("form.story input, form.story textarea")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        return fields;
    }

    private static void file(String text, String section) throws IOException {
        Files.writeString(
                ServiceUnderTest.STORIES.resolve("moths.md"),
                "---\nurl: %s\npublishedAt: 2026-11-24T09:30:00Z\nsection: %s\ntldr: In short.\n---\n# The moths\n\n%s\n"
                        .formatted(URL, section, text));
    }
}
