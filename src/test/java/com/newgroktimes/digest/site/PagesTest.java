package com.newgroktimes.digest.site;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.delivery.Newsroom;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.RawConnection;
import com.newgroktimes.digest.testing.Readers;
import com.newgroktimes.digest.testing.SampleStories;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Visitor;
import com.newgroktimes.digest.testing.Visitor.Page;

import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class PagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private Editions editions;

    @Autowired
    private Readers readers;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient database;

    private Visitor visitor;

    @BeforeEach
    void someoneComesBy() {
        visitor = new Visitor(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/subscribe", "/subscribe/sent", "/leave", "/leave/sent", "/help", "/privacy", "/editions"})
    void everyPageStandsInOneFrame(String path) {
        Page page = visitor.opens(path);

        assertThat(page.status()).isEqualTo(200);
        assertFramed(page);
    }

    @ParameterizedTest
    @CsvSource({
        "anna@example, The part after the @ needs its ending",
        "'a@example.org, b@example.org', Please type one address only.",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx@example.org, longer than an address may be",
        "anna, Check for a missing @"
    })
    void whatIsWrongWithAnAddressIsSaid(String typed, String told) {
        Page page = visitor.posts(URI.create("/subscribe"), Map.of("email", typed));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("#email-error").text()).contains(told);
    }

    @Test
    void noPageBeginsInTheMiddleOfASentence() {
        assertThat(visitor.opens("/privacy").html().select("main").text())
                .contains(
                        "a shortened network address", "we took you off", "that somebody asked and confirmed, and when")
                .endsWith("Write to us from the address in question: editors@newgroktimes.example");
        assertThat(visitor.opens("/leave/sent").html().select("main").text())
                .endsWith("Nothing there after five minutes? Write to us: editors@newgroktimes.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/editions/1",
                "/editions/none",
                "/editions?page=2",
                "/editions?page=-1",
                "/editions?page=abc",
                "/editions?page=01",
                "/pictures/x.jpg",
                "/u/nothing",
                "/error"
            })
    void whatIsNotThereSaysSoInTheSameFrame(String path) {
        Page page = visitor.opens(path);

        assertThat(page.status()).isEqualTo(404);
        assertFramed(page);
    }

    @ParameterizedTest
    @CsvSource({"/icon.svg, image/svg+xml", "/favicon.ico, image/x-icon"})
    void theIconIsThereAndMayBeKept(String path, String type) {
        Page icon = visitor.opens(path);

        assertThat(icon.status()).isEqualTo(200);
        assertThat(icon.response().headers().firstValue("Content-Type").map(MediaType::parseMediaType))
                .hasValueSatisfying(told -> assertThat(told.isCompatibleWith(MediaType.parseMediaType(type)))
                        .as("%s", told)
                        .isTrue());
        assertThat(icon.response().headers().allValues("Cache-Control")).containsExactly("public, max-age=86400");
        assertThat(visitor.opens("/").html().select("link[rel=icon]").attr("href"))
                .isEqualTo("/icon.svg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ | GET, HEAD, OPTIONS",
                "/subscribe | GET, HEAD, POST, OPTIONS",
                "/confirm/x | GET, HEAD, POST, OPTIONS",
                "/u/x | GET, HEAD, POST, OPTIONS",
                "/settings/x | GET, HEAD, POST, OPTIONS",
                "/not-me/x | GET, HEAD, POST, OPTIONS",
                "/leave | GET, HEAD, POST, OPTIONS",
                "/editions | GET, HEAD, OPTIONS",
                "/editions/1 | GET, HEAD, OPTIONS",
                "/pictures/x.jpg | GET, HEAD, OPTIONS",
                "/help | GET, HEAD, OPTIONS",
                "/style.css | GET, HEAD, OPTIONS"
            })
    void whatCannotBeDoneNamesWhatCan(String path, String possible) {
        Page page = visitor.sends("DELETE", URI.create(path), null, BodyPublishers.noBody());

        assertThat(page.status()).isEqualTo(405);
        assertThat(page.response().headers().allValues("Allow")).containsExactly(possible);
        assertFramed(page);
    }

    @Test
    void signingUpOverTheApiIsAllThatCanBeDoneThere() {
        for (String method : List.of("GET", "DELETE", "PUT")) {
            Page answer = visitor.sends(method, URI.create("/api/v1/subscriptions"), null, BodyPublishers.noBody());

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.response().headers().allValues("Allow")).containsExactly("POST, OPTIONS");
        }
    }

    @ParameterizedTest
    @CsvSource({"/subscribe,application/x-www-form-urlencoded", "/leave,application/x-www-form-urlencoded"})
    void aFormThatIsTooLongIsNotRead(String path, String type) {
        Page answer = visitor.sends(
                "POST",
                URI.create(path),
                type,
                BodyPublishers.ofString("email=ada@example.org&x=" + "x".repeat(17_000)));

        assertThat(answer.status()).isEqualTo(413);
        assertFramed(answer);
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    @Test
    void norIsASignUpOverTheApi() {
        String tooLong = "{\"email\":\"ada@example.org\",\"source\":\"" + "x".repeat(17_000) + "\"}";

        Page told = subscription(tooLong);
        Page untold = visitor.sends(
                "POST",
                URI.create("/api/v1/subscriptions"),
                "application/json",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong.getBytes(StandardCharsets.UTF_8))));

        for (Page answer : List.of(told, untold)) {
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    /** Told by its length alone: not a byte of it has to come. */
    @Test
    void aLengthThatIsTooMuchIsRefusedAtOnce() {
        RawConnection.Answer answer = new RawConnection(port)
                .says(String.join(
                        "\r\n",
                        "POST /api/v1/subscriptions HTTP/1.1",
                        "Host: localhost",
                        "Connection: close",
                        "Content-Type: application/json",
                        "Content-Length: 1000000000",
                        "",
                        ""));

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void aFormThatBreaksOffIsNotActedOn() {
        RawConnection.Answer answer = new RawConnection(port)
                .says(
                        "POST /subscribe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 99\r\n\r\nemail=ada@example.org");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("We could not read that");
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=b", "text/plain"})
    void whatIsNoFormIsNotTakenForOne(String type) {
        Page answer =
                visitor.sends("POST", URI.create("/subscribe"), type, BodyPublishers.ofString("email=ada@example.org"));

        assertThat(answer.status()).isEqualTo(415);
        assertFramed(answer);
        assertThat(readers.knows("ada@example.org")).isFalse();
    }

    @Test
    void aQueryThatCannotBeReadIsAFaultOfTheRequest() {
        RawConnection.Answer answer = new RawConnection(port).asks("GET /?source=%E9 HTTP/1.1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("We could not read that");
    }

    @Test
    void anEditionIsAPageFromTheFreezeOn() {
        anEdition("A quiet law about loud keyboards");
        assertThat(visitor.opens("/editions/1").status()).isEqualTo(404);

        editions.frozen(1, clock.instant());

        assertThat(visitor.opens("/editions/1").text())
                .contains("A quiet law about loud keyboards", "25 November 2026", "-- A WRITER, Somewhere");
        assertThat(visitor.opens("/editions/01").status()).isEqualTo(404);
        assertThat(visitor.opens("/editions").text()).contains("A quiet law about loud keyboards");
        assertThat(visitor.opens("/").text()).contains("A quiet law about loud keyboards");
    }

    @Test
    void whatHasNoBlockOfItsOwnInTheMailIsALinkHereToo() {
        for (int i = 1; i <= 9; i++) {
            stories.put(SampleStories.story("Technology", "Headline " + i).build(), "api");
        }
        editions.assemble("last");
        editions.frozen(1, clock.instant());

        Page page = visitor.opens("/editions/1");

        assertThat(page.html().select("article")).hasSize(8);
        assertThat(page.html().select("#more").text()).isEqualTo("More this week");
        assertThat(page.html().select("#more ~ ul a").eachText())
                .hasSize(1)
                .allMatch(text -> text.startsWith("Headline "));
        assertThat(page.text()).contains("9 stories");
    }

    @Test
    void anEditionsPageHasWhatTheMailHasNoRoomFor() {
        var many = SampleStories.story("World", "A story of many sources").body("<p>One [5].</p><p>Two.</p>");
        for (int i = 1; i <= 6; i++) {
            many.news("https://source%d.example/a".formatted(i), i == 1 ? "Harbour Wire" : null);
        }
        stories.put(many.posts("ana", "ben", "eve", "kim").build(), "api");
        editions.assemble("last");
        editions.frozen(1, clock.instant());

        Document page = visitor.opens("/editions/1").html();

        assertThat(page.select("article h2 a").attr("href"))
                .isEqualTo("https://newgroktimes.example/a-story-of-many-sources");
        assertThat(page.select("ol.sources li").eachAttr("value"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(page.select("ol.sources a").eachText()).startsWith("Harbour Wire", "source2.example");
        assertThat(page.select("main a[href=/subscribe]").text()).isEqualTo("Send me the digest");
        assertThat(page.select("a[rel=prev], a[rel=next]")).isEmpty();
        assertThat(page.select("table")).as("the mail's layout").isEmpty();
    }

    @Test
    void anEditionsPageLeadsToThoseBesideItThatAreOut() {
        var newsroom = new Newsroom(stories, editions, database);
        newsroom.hasAnEdition();
        editions.frozen(1, clock.instant());
        clock.advance(Duration.ofDays(7));
        newsroom.hasStories(Newsroom.LAST_WEEK.plus(Duration.ofDays(7)));
        editions.assemble("last");
        assertThat(visitor.opens("/editions/1").html().select("a[rel=next]")).isEmpty();

        editions.frozen(2, clock.instant());

        assertThat(visitor.opens("/editions/1").html().select("a[rel=next]").attr("href"))
                .isEqualTo("/editions/2");
        assertThat(visitor.opens("/editions/2").html().select("a[rel=prev]").attr("href"))
                .isEqualTo("/editions/1");
    }

    @Test
    void aStoryRunsAsItsLanguageDoesWhateverItsFirstWord() {
        stories.put(SampleStories.story("Technology", "مرصد صغير").lang("ar").build(), "api");
        stories.put(SampleStories.story("World", "Anybody's guess").lang(null).build(), "api");
        editions.assemble("last");
        editions.frozen(1, clock.instant());

        Document page = visitor.opens("/editions/1").html();

        assertThat(page.select("article[lang=ar]").attr("dir")).isEqualTo("rtl");
        assertThat(page.select("article:not([lang])").attr("dir")).isEqualTo("auto");
    }

    @Test
    void storiesAreShownAsTyped() {
        anEdition("<b>Bold</b> & ${7*7} \"quoted\"");
        editions.frozen(1, clock.instant());

        assertThat(visitor.opens("/editions/1").html().select("article h2").text())
                .isEqualTo("<b>Bold</b> & ${7*7} \"quoted\"");
    }

    @Test
    void theApiTakesASignUpWithoutAToken() {
        Page answer = subscription("{\"email\":\"ada@example.org\",\"source\":\"elsewhere\",\"locale\":\"de-AT\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(readers.find("ada@example.org").source()).isEqualTo("other");
        assertThat(readers.find("ada@example.org").locale()).isEqualTo("de-AT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"email\":\"ada\"}", "{\"email\":null}", "{}", "{\"email\":", "[]", "", "null"})
    void theApiSaysWhatIsWrong(String body) {
        Page answer = subscription(body);

        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.response().body()).contains("\"detail\"").doesNotContain("Exception");
    }

    @Test
    void theApiNamesTheFieldThatIsNoText() {
        Page answer = subscription("{\"email\":5}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().body()).contains("The field email holds what cannot be read there");
    }

    @Test
    void theApiSaysWhatIsMissing() {
        Page answer = visitor.sends("POST", URI.create("/api/v1/subscriptions"), null, BodyPublishers.ofString("{}"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.response().body())
                .contains("needs the header Content-Type")
                .doesNotContain("null");
    }

    @Test
    void oddFormsAreAnsweredInWords() {
        for (String body :
                List.of("", "%", "email=%zz", "email", "email=a&email=b", "=", "email=%00", "x".repeat(16_000))) {
            Page answer = visitor.sends(
                    "POST",
                    URI.create("/subscribe"),
                    "application/x-www-form-urlencoded",
                    BodyPublishers.ofString(body));

            assertThat(answer.status()).isEqualTo(422);
            assertFramed(answer);
        }
    }

    @Test
    void whatIsKeptForHowLongIsToldInTheFiguresOfTheSettings() {
        assertThat(visitor.opens("/privacy").text())
                .contains(
                        "an address that nobody confirms, 30 days.",
                        "180 days after its end",
                        "until the end of that year and 3 years more");
    }

    @Test
    void searchEnginesAreToldWhatAPageIsAndWhichOnesAreNotForThem() {
        for (String page : List.of("/", "/subscribe", "/editions", "/help", "/privacy", "/leave", "/embed")) {
            assertThat(visitor.opens(page)
                            .html()
                            .select("meta[name=description]")
                            .attr("content"))
                    .as(page)
                    .isNotBlank();
        }
        Page robots = visitor.opens("/robots.txt");
        assertThat(robots.status()).isEqualTo(200);
        assertThat(robots.response().body())
                .contains("Disallow: /u/", "Disallow: /settings/", "Disallow: /confirm/", "Disallow: /not-me/")
                .contains("Disallow: /console");
    }

    @Test
    void whatIsTypedIsShownAsTyped() {
        Page answer =
                visitor.posts(URI.create("/subscribe"), Map.of("email", "\"><script>x</script>", "source", "\"'<"));

        assertThat(answer.html().select("script")).isEmpty();
        assertThat(answer.html().select("#email").val()).isEqualTo("\"><script>x</script>");
    }

    private Page subscription(String body) {
        return visitor.sends(
                "POST", URI.create("/api/v1/subscriptions"), "application/json", BodyPublishers.ofString(body));
    }

    private void anEdition(String headline) {
        stories.put(SampleStories.story("Technology", headline).build(), "api");
        assertThat(editions.assemble("last").edition().number()).isEqualTo(1);
    }

    private static void assertFramed(Page page) {
        assertThat(page.html().selectXpath("//h1")).hasSize(1);
        assertThat(page.html().select("header a[href=/], main#main, footer a[href=/privacy], a.skip[href=#main]"))
                .hasSize(4);
        assertThat(page.html().select("script, iframe, [style]")).isEmpty();
        assertThat(page.html().select("html").attr("lang")).isEqualTo("en");
        assertThat(page.response().headers().map()).doesNotContainKey("set-cookie");
    }
}
