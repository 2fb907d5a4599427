package com.newgroktimes.digest.journeys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionChange;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Wish;
import com.newgroktimes.digest.operator.ApiClient;
import com.newgroktimes.digest.platform.SignInLinks;
import com.newgroktimes.digest.rendering.SafeHtml;
import com.newgroktimes.digest.stories.FeedReading;
import com.newgroktimes.digest.stories.Readings;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.stories.TypedText;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.Hostile;
import com.newgroktimes.digest.testing.ServiceUnderTest;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whatever stands in a story, and by whichever door it came, in mails, on pages, in the console and in the feed it does nothing. */
@Tag("browser")
@DigestTest
class HostileStoriesInABrowserTest {

    /** In two editions, of as many as have a block of their own: what is one line may not be long. */
    private static final int STORIES = 16;

    private static final List<Integer> EDITIONS = List.of(1, 2);

    private static final List<String> TEXT = Hostile.text();
    private static final List<String> ADDRESSES = Hostile.addresses();
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private Readings readings;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient database;

    private enum Door {
        API,
        FOLDER,
        FEED,
        PAGE
    }

    @BeforeAll
    static void startTheBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopTheBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void nothingInAStoryActs(Door door) throws Exception {
        switch (door) {
            case API -> byTheApi();
            case FOLDER -> byTheFolder();
            case FEED -> byAFeed();
            case PAGE -> byAPage();
        }
        for (String week : List.of("2026-W46", "2026-W47")) {
            Edition edition = editions.assemble(week).edition();
            assertThat(edition.stories()).hasSizeGreaterThanOrEqualTo(STORIES / 2);
            String typed = String.join(" ", Hostile.dealt(TEXT, 2 + edition.number(), 8));
            editions.change(
                    edition.number(),
                    null,
                    new EditionChange(
                            Wish.of(typed.substring(0, 290)),
                            Wish.of(typed.substring(typed.length() - 290)),
                            Wish.of(String.join("\n", Hostile.dealt(TEXT, 5, STORIES))),
                            List.of()),
                    TEXT.get(0));
        }

        try (BrowserContext context = browser()) {
            var watch = new Watch(context);
            for (int number : EDITIONS) {
                mails(watch, number);
            }
            console(watch);
            archive(watch, door);
        }
    }

    /** One beside the other, some would only be harmless for what stands before them. */
    @Test
    void norDoesAnyBodyAlone() {
        try (BrowserContext context = browser()) {
            var watch = new Watch(context);
            for (String html : TEXT) {
                watch.assertInert(html, "<main>" + SafeHtml.of(html, "https://ours.example/") + "</main>");
            }
            for (String address : ADDRESSES) {
                String html = "<a href=\"" + address.replace("\"", "&quot;") + "\">link</a>";
                watch.assertInert(html, "<main>" + SafeHtml.of(html, "https://ours.example/") + "</main>");
            }
        }
    }

    @Test
    void whateverActedWouldBeSeen() {
        for (String acts : List.of(
                "<img src=x onerror=struck(1)>",
                "<img src=https://evil.example/p.png>",
                "<script>struck(1)</script>",
                "<a href='javascript:struck(1)'>x</a>",
                "<iframe srcdoc='<script>struck(1)</script>'></iframe>")) {
            try (BrowserContext context = browser()) {
                var watch = new Watch(context);
                watch.page().setContent("<main>" + acts + "</main>");
                watch.page().waitForTimeout(50);
                assertThatThrownBy(() -> watch.assertInert(acts)).as(acts).isInstanceOf(AssertionError.class);
            }
        }
    }

    // by which door

    private void byTheApi() {
        var api = new ApiClient(port);
        List<String> taken = ADDRESSES.stream()
                .filter(address -> answer(api, Map.of("url", address, "headline", "x", "tldr", "x"))
                                .statusCode()
                        == 201)
                .toList();
        assertThat(taken).hasSizeBetween(3, ADDRESSES.size() - 20);
        for (int i = 0; i < STORIES; i++) {
            Map<String, Object> story = fields(i);
            story.put("newsSources", sources(taken, "title", i));
            story.put("xPosts", sources(taken, "text", i));
            story.put("image", Map.of("url", taken.get(i % taken.size()), "alt", dealt(i)));
            HttpResponse<String> answer = answer(api, story);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    private static HttpResponse<String> answer(ApiClient api, Map<String, Object> story) {
        return api.send(api.request("/api/v1/stories")
                .PUT(BodyPublishers.ofString(ASCII.writeValueAsString(story)))
                .header("Content-Type", "application/json"));
    }

    private void byTheFolder() throws IOException {
        for (int i = 0; i < STORIES; i++) {
            Map<String, Object> story = fields(i);
            story.remove("bodyHtml");
            story.put("lang", Hostile.dealt(TEXT, i, STORIES).get(0));
            story.put("newsSources", sources(ADDRESSES, "title", i));
            story.put("xPosts", sources(ADDRESSES, "text", i));
            story.put("image", Map.of("url", ADDRESSES.get(i), "alt", dealt(i)));
            String matter = story.entrySet().stream()
                    .map(field -> field.getKey() + ": " + inAscii(field.getValue()))
                    .reduce("---\n", (all, line) -> all + line + "\n");
            Files.writeString(
                    ServiceUnderTest.STORIES.resolve("story-" + i + ".md"),
                    withoutHalfSigns(matter + "---\n" + body(i)));
        }
        var collected = stories.collect();
        assertThat(collected.added()).as("%s", collected.problems()).isEqualTo(STORIES);
    }

    /** JSON is YAML, but for line ends and half signs that only JSON takes as they are. */
    private static String inAscii(Object value) {
        return ASCII.writeValueAsString(value).replaceAll("\\\\uD[89A-F]..", "");
    }

    private void byAFeed() {
        StringBuilder feed = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:ngt="urn:newgroktimes:digest:1" xmlns:dc="http://purl.org/dc/elements/1.1/"
                     xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
                <channel><title>%s</title><language>%s</language>
                """.formatted(xml(dealt(0)), xml(TEXT.get(0))));
        for (int i = 0; i < STORIES; i++) {
            feed.append(
                    "<item><link>https://ours.example/feed-%d</link><pubDate>%s</pubDate>".formatted(i, published(i)));
            // of its HTML, an RSS title is the text: what is to be read as typed is escaped twice
            element(feed, "title", i % 2 == 0 ? Entities.escape(dealt(i)) : dealt(i) + " title");
            element(feed, "category", dealt(i));
            element(feed, "dc:creator", dealt(i));
            element(feed, "description", dealt(i));
            element(feed, "content:encoded", body(i));
            element(feed, "ngt:tldr", dealt(i));
            element(feed, "ngt:msmPerspective", dealt(i));
            element(feed, "ngt:xPerspective", dealt(i));
            for (Map<String, Object> source : sources(ADDRESSES, "title", i)) {
                feed.append("<ngt:source url=\"%s\">%s</ngt:source>"
                        .formatted(xml(String.valueOf(source.get("url"))), xml(String.valueOf(source.get("title")))));
                feed.append("<ngt:post url=\"%s\">%s</ngt:post>"
                        .formatted(xml(String.valueOf(source.get("url"))), xml(String.valueOf(source.get("title")))));
            }
            feed.append(
                    "<media:content medium=\"image\" url=\"%s\"><media:description>%s</media:description></media:content></item>"
                            .formatted(xml(ADDRESSES.get(i)), xml(dealt(i))));
        }
        byte[] document = feed.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
        FeedReading read = readings.feed(document, "application/rss+xml", URI.create("https://ours.example/feed"));
        assertThat(read.items()).hasSize(STORIES);
        read.items().forEach(item -> put(item.reading().whatIsThere()));
    }

    private static void element(StringBuilder feed, String name, String text) {
        feed.append("<%1$s>%2$s</%1$s>".formatted(name, xml(text)));
    }

    private void byAPage() {
        for (int i = 0; i < STORIES; i++) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("@type", "NewsArticle");
            data.put("headline", dealt(i));
            data.put("articleSection", dealt(i));
            data.put("author", Map.of("@type", "Person", "name", dealt(i)));
            data.put("datePublished", published(i).toString());
            data.put("inLanguage", TEXT.get(i));
            data.put("image", Map.of("@type", "ImageObject", "url", ADDRESSES.get(i), "caption", dealt(i)));
            String page = """
                    <!doctype html><html lang="%1$s"><head><title>%1$s</title>
                    <meta name="description" content="%1$s"><meta property="og:image:alt" content="%1$s">
                    <script type="application/ld+json">%2$s</script></head>
                    <body><article><p>%3$s</p></article></body></html>
                    """.formatted(
                    Entities.escape(dealt(i)), JSON.writeValueAsString(data).replace("<", "\\u003c"), body(i));
            Story read = readings.page(
                            page.getBytes(StandardCharsets.UTF_8),
                            "text/html;charset=UTF-8",
                            URI.create("https://ours.example/page-" + i))
                    .whatIsThere();
            put(read);
        }
    }

    /** A story whose source has no TL;DR gets the proposed one, as somebody may accept it. */
    private void put(Story story) {
        var put = stories.put(story, "api").story();
        if (put.tldrProposed() != null && put.story().tldr() == null) {
            assertThat(stories.accept(put, put.tldrProposed())).isTrue();
        }
    }

    // what is in them

    private static Map<String, Object> fields(int i) {
        Map<String, Object> story = new LinkedHashMap<>();
        story.put("url", "https://ours.example/story-" + i);
        for (String field :
                List.of("section", "headline", "tldr", "msmPerspective", "xPerspective", "byline", "place")) {
            story.put(field, dealt(i));
        }
        story.put("bodyHtml", body(i));
        story.put("publishedAt", published(i).toString());
        return story;
    }

    private static Instant published(int i) {
        return i < STORIES / 2 ? Newsroom.LAST_WEEK.minus(Duration.ofDays(7)) : Newsroom.LAST_WEEK;
    }

    private static String dealt(int i) {
        return "Story " + i + ": " + String.join(" · ", Hostile.dealt(TEXT, i, STORIES));
    }

    private static String body(int i) {
        return String.join("\n<p>Between.</p>\n", Hostile.dealt(TEXT, i, STORIES));
    }

    private static List<Map<String, Object>> sources(List<String> addresses, String words, int i) {
        List<String> texts = Hostile.dealt(TEXT, i, STORIES);
        return IntStream.range(0, addresses.size())
                .filter(n -> n % STORIES == i || addresses.size() < STORIES)
                .<Map<String, Object>>mapToObj(n -> Map.of("url", addresses.get(n), words, texts.get(n % texts.size())))
                .toList();
    }

    /** A file, or a document in UTF-8, cannot have them. */
    private static String withoutHalfSigns(String text) {
        return text.replaceAll("\\p{Cs}", "");
    }

    private static String xml(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    // where they are shown

    private static BrowserContext browser() {
        return chromium.browser().newContext(new Browser.NewContextOptions().setBypassCSP(true));
    }

    private void mails(Watch watch, int number) throws Exception {
        var api = new ApiClient(port);
        String edition = "/api/v1/editions/" + number;
        watch.assertInert("mail " + number, api.get(edition + "/preview.html").body());
        var text = api.get(edition + "/preview.txt");
        assertThat(text.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(text.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        String source = api.get(edition + "/preview.eml").body();
        var message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
        assertThat(message.getHeader("X-Struck")).isNull();
        assertThat(message.getHeader("Subject")).hasSize(1);
        assertThat(message.getSubject()).doesNotContain("\r", "\n");
    }

    private void console(Watch watch) {
        Page page = watch.page();
        page.navigate(at(signInLinks.issue("ana").getPath()));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in"))
                .click();
        for (String path : List.of("/console", "/console/editions")) {
            page.navigate(at(path));
            watch.assertInert(path);
        }
        for (int number : EDITIONS) {
            String edition = "/console/editions/" + number;
            for (String path : List.of(
                    "/console/stories?week=2026-W4" + (5 + number),
                    edition,
                    edition + "/content",
                    edition + "/preview?as=" + (number == 1 ? "text" : "headers"))) {
                page.navigate(at(path));
                watch.assertInert(path);
                assertThat(page.locator("main").textContent()).as(path).contains("struck");
            }
            editions.get(number).stories().stream()
                    .map(story -> "/console/stories/" + story.story())
                    .forEach(path -> {
                        page.navigate(at(path));
                        watch.assertInert(path);
                    });
        }
    }

    private void archive(Watch watch, Door door) {
        String why = String.join(" ", Hostile.dealt(TEXT, 7, 8)).substring(0, 480);
        for (int number : EDITIONS) {
            editions.frozen(number, clock.instant());
            editions.correct(number, why, "ana");
        }
        for (String path : List.of("/", "/editions", "/editions/1", "/editions/2", "/editions/1?lang=ar")) {
            watch.page().navigate(at(path));
            watch.assertInert(path);
            assertThat(watch.page().locator("main").textContent()).as(path).contains("Story ");
        }
        if (door == Door.API) {
            everythingIsThereAsTyped(watch.page());
        }
        feed(watch, "the feed");
        watch.page().navigate(at("/console/editions/1"));
        watch.assertInert("the correction in the console");

        database.sql("update edition set state = 'SENT'").update();
        editions.withdraw(1, why, "ana");
        watch.page().navigate(at("/editions/1"));
        watch.assertInert("the page that was withdrawn");
        feed(watch, "the feed without it");
    }

    /** As a feed reader shows it that trusts everybody. */
    private void feed(Watch watch, String what) {
        String xml = new Visitor(port).opens("/editions/feed.atom").response().body();
        for (Element shown : Jsoup.parse(xml, "", Parser.xmlParser()).select("entry > [type=html]")) {
            watch.assertInert(what, shown.text());
        }
        for (Element shown : Jsoup.parse(xml, "", Parser.xmlParser()).select("entry > title, entry > summary")) {
            assertThat(shown.hasAttr("type")).as("%s: text", what).isFalse();
        }
    }

    private void everythingIsThereAsTyped(Page page) {
        String shown = "";
        for (int number : EDITIONS) {
            page.navigate(at("/editions/" + number));
            shown += plain(page.locator("main").textContent());
        }
        for (int i = 0; i < STORIES; i++) {
            String typed = plain(Objects.requireNonNull(TypedText.line(dealt(i))));
            assertThat(shown.split(Pattern.quote(typed), -1).length - 1)
                    .as("Story %d, in six fields at least: %s", i, typed)
                    .isGreaterThanOrEqualTo(6);
        }
        String all = shown;
        assertThat(EDITIONS.stream()
                        .flatMap(number -> editions.get(number).stories().stream())
                        .flatMap(story -> story.content().newsSources().stream())
                        .map(Story.NewsSource::title)
                        .filter(Objects::nonNull))
                .isNotEmpty()
                .allSatisfy(title -> assertThat(all).contains(plain(title)));
    }

    /** Marks that nobody sees stay in a paragraph, and are dropped from a line. */
    private static String plain(String text) {
        return text.replaceAll("[\\u00AD\\u200B\\uFEFF]", "").replaceAll("\\s+", " ");
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
