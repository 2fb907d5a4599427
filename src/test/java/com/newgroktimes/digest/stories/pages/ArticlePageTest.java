package com.newgroktimes.digest.stories.pages;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArticlePageTest {

    private static final String PARAGRAPH =
            "<p>The harbour master and three helpers went along the quay from one end to the other, counted what lay there, and wrote it down in a book.</p>";

    private static final String NEXT = """
            {"@type": "NewsArticle", "@id": "https://a.example/cranes#next", "url": "https://a.example/boats", "headline": "Boats"}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'url': 'https://a.example/cranes'",
                "'url': 'http://www.a.example/cranes/#top'",
                "'mainEntityOfPage': {'@type': 'WebPage', '@id': 'https://a.example/cranes'}",
                "'mainEntityOfPage': 'https://a.example/cranes'",
                "'@id': 'https://a.example/cranes#article'",
                "'headline': 'Cranes <i>turn</i>'",
            })
    void ofSeveralArticlesItIsTheOneThatThePageIsAbout(String sign) {
        String own =
                "{\"@type\": \"NewsArticle\", \"description\": \"This one\", %s}".formatted(sign.replace('\'', '"'));

        ArticlePage page = read("""
                <title>Cranes turn - A Paper</title>
                <script type="application/ld+json">[%s, %s]</script>
                """.formatted(NEXT, own), PARAGRAPH.repeat(3));

        assertThat(page.summary()).isEqualTo("This one");
    }

    @Test
    void whereNoneIsItIsTheFirst() {
        ArticlePage page = read(
                "<title>Elsewhere</title><script type=\"application/ld+json\">%s</script>".formatted(NEXT),
                PARAGRAPH.repeat(3));

        assertThat(page.title()).isEqualTo("Boats");
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 boats counted in harbour", "Page not found: how the web forgets"})
    void anArticleAboutWhatIsNotThereIsOne(String title) {
        ArticlePage page = read("<title>%s</title>".formatted(title), PARAGRAPH.repeat(3));

        assertThat(page.obstacle()).isNull();
        assertThat(page.bodyHtml()).contains("harbour master");
    }

    @ParameterizedTest
    @ValueSource(strings = {"404", "Error 404 (Not Found)", "Page not found - A Paper"})
    void aPageThatSaysItIsNotThereIsNone(String title) {
        assertThat(read("<title>%s</title>".formatted(title), "<p>Try the search, or begin at the front page.</p>")
                        .obstacle())
                .isEqualTo(Obstacle.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1 hidden>The Paper</h1>",
                "<h1 style='display: none'>The Paper</h1>",
                "<h1 class='visually-hidden'>The Paper</h1>",
                "<div aria-hidden='true'><h1>The Paper</h1></div>",
                "<style>@media print { h1 { display: none } } .logo h1, .x { color: red; display:none }</style><div class='logo'><h1>The Paper</h1></div>",
                "<noscript><h1>Turn scripts on</h1></noscript>",
            })
    void aHeadingThatNobodySeesIsNone(String hidden) {
        assertThat(read("<title>x</title>", hidden + "<h1>Cranes turn</h1>" + PARAGRAPH.repeat(3))
                        .title())
                .isEqualTo("Cranes turn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s;",
                "<!--%n%s%n-->",
                "//<![CDATA[%n%s%n//]]>",
                "/*<![CDATA[*/%s/*]]>*/",
                "%n\uFEFF%s%n",
                "var data = %s;",
            })
    void linkedDataIsReadWhateverStandsAroundIt(String around) {
        String data =
                "{\"@type\": \"NewsArticle\", \"headline\": \"It\\'s turning\", \"author\": {\"@id\": \"#ida\", \"@type\": \"Person\"},}";

        ArticlePage page = read(
                "<script type=\"application/ld+json\">%s</script><script type=\"application/ld+json\">{\"@id\": \"#ida\", \"name\": \"Ida Moren\"}</script>"
                        .formatted(around.formatted(data)),
                PARAGRAPH.repeat(3));

        assertThat(page.title()).isEqualTo("It's turning");
        assertThat(page.authors()).containsExactly("Ida Moren");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<title>A Paper</title> | <article><h1>Cranes turn</h1>%s</article>%s",
                "<title>A Paper</title> | %2$s<article><header><h1>Cranes turn</h1></header><div>%1$s</div></article>",
                "<meta property='og:title' content='Cranes turn'> | <article><h2>Cranes turn</h2>%s</article>%s",
                "<title>A Paper</title> | <main><article><h1>Cranes turn</h1><div itemprop='articleBody'>%s</div></article></main>%s",
            })
    void aLongerArticleBesideItIsNotItsText(String head, String body) {
        String other =
                "<article class='card'><h2><a href='/boats'>Boats</a></h2><div itemprop='articleBody'>%s</div></article>"
                        .formatted(PARAGRAPH
                                .replace("The harbour", "The other harbour")
                                .repeat(4));

        ArticlePage page = page(head, body.formatted(PARAGRAPH.repeat(2), other));

        assertThat(page.title()).isEqualTo("Cranes turn");
        assertThat(page.bodyHtml()).contains("The harbour master").doesNotContain("The other harbour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<main><h1>Cranes turn</h1><div>%s</div><div>%s</div></main>",
                "<h1>Cranes turn</h1><div class='story'><div>%s</div><div>%s</div></div>",
                "<h1>Cranes turn</h1><div><div class='row'><div>%s</div></div><div class='row'><div>%s</div></div></div>",
                "<article><h1>Cranes turn</h1><section>%s</section><section>%s</section></article>",
                "<h1>Cranes turn</h1><div><div>%s<br>And on.</div><div>%s</div></div><p>All rights reserved.</p>",
            })
    void textInBoxesThatAreNoParagraphsIsRead(String body) {
        String text = PARAGRAPH.replaceAll("</?p>", "");

        ArticlePage page = page("<title>x</title>", """
                <div class="top"><div><a href="/">A Paper</a></div><div><a href="/more">More of it</a></div></div>
                """ + body.formatted(text, text.replace("quay", "pier")));

        assertThat(page.obstacle()).isNull();
        assertThat(page.bodyHtml()).contains("along the quay", "along the pier").doesNotContain("More of it");
    }

    @Test
    void aBoxThatWaitsForItsScriptIsNoText() {
        assertThat(page("<title>x</title>", "<div id='app'><div>Loading…</div></div>")
                        .obstacle())
                .isEqualTo(Obstacle.NO_TEXT);
    }

    @Test
    void aPageThatOnlyLeadsOnOrIsMadeOfFramesSaysSo() {
        assertThat(read("<meta http-equiv=Refresh content=\"0; URL=/new\">", "<p>You are sent on.</p>")
                        .obstacle())
                .isEqualTo(Obstacle.MOVED);
        assertThat(ArticlePage.read(
                                "<html><frameset cols='20%,80%'><frame src=a><frame src=b></frameset></html>"
                                        .getBytes(StandardCharsets.UTF_8),
                                "text/html",
                                null)
                        .obstacle())
                .isEqualTo(Obstacle.FRAMES);
        assertThat(read("<meta http-equiv=refresh content=\"300; url=/\">", PARAGRAPH.repeat(12))
                        .obstacle())
                .isNull();
    }

    private static ArticlePage read(String head, String article) {
        return page(head, "<article>%s</article>".formatted(article));
    }

    private static ArticlePage page(String head, String body) {
        String page = "<!doctype html><html><head>%s</head><body>%s</body></html>".formatted(head, body);
        return ArticlePage.read(page.getBytes(StandardCharsets.UTF_8), "text/html", "https://a.example/cranes");
    }
}
