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

    private static ArticlePage read(String head, String article) {
        String page = "<!doctype html><html><head>%s</head><body><article>%s</article></body></html>"
                .formatted(head, article);
        return ArticlePage.read(page.getBytes(StandardCharsets.UTF_8), "text/html", "https://a.example/cranes");
    }
}
