package com.newgroktimes.digest.stories.pages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Pages made to be gone through for hours. How long they take is not measured here: only that they end. */
class HostilePageTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LENGTH = 300_000;

    private static final String PARAGRAPH =
            "<p>The harbour master and three helpers went along the quay from one end to the other, counted what lay there, and wrote it down in a book.</p>";

    static Stream<Arguments> pages() {
        return Stream.of(
                arguments("a style that is no rule", style("a".repeat(190_000))),
                arguments("comments without an end", style("/* ".repeat(60_000))),
                arguments("opening braces", style("a{".repeat(90_000))),
                arguments("display in vain", style("a{" + "display".repeat(20_000) + " ".repeat(40_000))),
                arguments("very many selectors", selectors() + elements("<b>")),
                arguments("very many styles", style("a{display:none}").repeat(LENGTH / 40)),
                arguments("data of opening braces", data("{".repeat(LENGTH))),
                arguments("data of opening brackets", data("[".repeat(LENGTH) + "]")),
                arguments("data of covers", data("<![CDATA[".repeat(LENGTH / 9))),
                arguments(
                        "very many articles",
                        data("[" + "{\"@type\":\"Article\",\"headline\":\"b\"},".repeat(10_000) + "0]")
                                + "<h1>a</h1>".repeat(10_000)),
                arguments(
                        "an article of very many lines",
                        data("{\"@type\":\"Article\",\"articleBody\":\"%s\"}".formatted("a\\n".repeat(LENGTH / 10)))),
                arguments(
                        "an address of slashes",
                        data("{\"@type\":\"Article\",\"url\":\"https://%sx\"}".formatted("/".repeat(LENGTH)))),
                arguments(
                        "an address of schemes",
                        data("{\"@type\":\"Article\",\"url\":\"%sx\"}".formatted("https://".repeat(LENGTH / 8)))),
                arguments("a language of blanks", "<html lang='a%sb'>".formatted(" ".repeat(LENGTH))),
                arguments("an author of blanks", "<meta name=author content='a%sb'>".formatted(" ".repeat(LENGTH))),
                arguments(
                        "authors of brackets",
                        ("<meta name=author content='" + "<".repeat(140) + "@".repeat(140) + "'>").repeat(3_000)),
                arguments(
                        "a title of dashes",
                        "<title>%s</title>%s"
                                .formatted("a | ".repeat(LENGTH / 8) + "b", "<h1>b</h1>".repeat(LENGTH / 20))),
                arguments(
                        "a title of blanks that are escaped",
                        "<title>%sx</title>".formatted("&amp;#32;".repeat(LENGTH / 9))),
                arguments(
                        "a long base",
                        "<base href='https://a.example/%s'>".formatted("a".repeat(LENGTH / 2))
                                + "<a href=b>c</a>".repeat(LENGTH / 30)),
                arguments("candidates of blanks", "<img alt=a srcset='a%sb'>".formatted(" ".repeat(LENGTH))),
                arguments(
                        "a picture of pictures",
                        "<meta property='og:image' content='https://a.example/b.jpg'><picture>"
                                + "<img alt=a>".repeat(LENGTH / 11)),
                arguments(
                        "articles of quotations",
                        "<article>".repeat(45) + "<blockquote>".repeat(45) + elements("<p>a a")),
                arguments("articles in articles", elements("<article>")),
                arguments("boxes in boxes", elements("<div>")),
                arguments("emphasis that begins anew", anew()),
                arguments("lists in lists", elements("<ul><li><a href=a>b")),
                arguments(
                        "very many pieces of data",
                        data("{\"@type\":\"Thing\"}").repeat(LENGTH / 50)),
                arguments(
                        "one long line among very many broken ones",
                        "a ".repeat(LENGTH / 2) + "<br>" + elements("<b><br></b>")),
                arguments("what is left out between what stays", elements("<input>a")),
                arguments("what is hidden between what stays", elements("<i hidden>a</i>b")),
                arguments("what is around", elements("<p class=ad>a</p>b")),
                arguments("styles that are read by name", elements("<i style='display'>a</i>")));
    }

    private static String style(String rules) {
        return "<style>" + rules + "</style>";
    }

    private static String selectors() {
        return style(IntStream.range(0, 15_000).mapToObj(i -> "u b" + i + " b").collect(Collectors.joining(","))
                + "{display:none}");
    }

    private static String anew() {
        return IntStream.range(0, LENGTH / 10)
                .mapToObj("<b id=%d><p>a"::formatted)
                .collect(Collectors.joining());
    }

    private static String data(String json) {
        return "<script type='application/ld+json'>" + json + "</script>";
    }

    private static String elements(String element) {
        return element.repeat(LENGTH / element.length());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void aPageMadeToBeReadForHoursIsReadInTime(String ignoredName, String parts) {
        ArticlePage page = assertTimeoutPreemptively(PATIENCE, () -> read(parts + PARAGRAPH.repeat(3)));

        assertThat(page).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                ">",
                "{",
                "/*",
                "&",
                "&#",
                " ",
                "\n",
                "1",
                "\"",
                "'",
                "<a ",
                "<p>",
                "<!--",
                "<![CDATA[",
                "&lt;p ",
                "<b><i>",
                "<table>",
                "</p>",
                "-"
            })
    void aPageOfOneRepeatedSignIsReadInTime(String sign) {
        String signs = sign.repeat(LENGTH / sign.length());

        assertThat(assertTimeoutPreemptively(PATIENCE, () -> read(signs))).isNotNull();
        assertThat(assertTimeoutPreemptively(PATIENCE, () -> read("<title>" + signs + "</title><p>" + signs + "</p>")))
                .isNotNull();
    }

    @Test
    void ofVeryManyElementsTheFirstAreReadAndThePageSaysSo() {
        ArticlePage page = read("<article>" + PARAGRAPH.repeat(3) + "<b></b>".repeat(110_000));

        assertThat(page.bodyHtml()).contains("The harbour master");
        assertThat(page.obstacle()).isEqualTo(Obstacle.TOO_LONG);
    }

    @Test
    void ofVeryManyPiecesOfDataTheFirstCount() {
        String thing = data("{\"@type\":\"Thing\",\"name\":\"%s\"}");
        String article = data("{\"@type\":\"Article\",\"headline\":\"Cranes turn\"}");

        assertThat(read(thing.repeat(199) + article + "<h1>b</h1>").title()).isEqualTo("Cranes turn");
        assertThat(read(thing.repeat(200) + article + "<h1>b</h1>").title()).isEqualTo("b");
        assertThat(read(thing.formatted("a".repeat(1_500_000)).repeat(2) + article + "<h1>b</h1>")
                        .title())
                .isEqualTo("Cranes turn");
        assertThat(read(thing.formatted("a".repeat(1_999_960)) + article + "<h1>b</h1>")
                        .title())
                .isEqualTo("b");
    }

    @Test
    void whatStandsBehindACommentOrWithinARuleIsStillHidden() {
        ArticlePage page = read(style("/* a } */ .x { color: red } .logo h1, .y { color: red; display : none } .z {")
                + "<div class=logo><h1>The Paper</h1></div><h1>Cranes turn</h1>" + PARAGRAPH.repeat(3));

        assertThat(page.title()).isEqualTo("Cranes turn");
    }

    @Test
    void selectorsAreTakenFromAllStylesTogether() {
        ArticlePage page = read(style("a{}".repeat(60_000)) + style("a{}".repeat(60_000)) + style(".logo{display:none}")
                + "<h1 class=logo>The Paper</h1><h1>Cranes turn</h1>" + PARAGRAPH.repeat(3));

        assertThat(page.title()).isEqualTo("Cranes turn");
    }

    private static ArticlePage read(String page) {
        return ArticlePage.read(
                page.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", "https://a.example/cranes");
    }
}
