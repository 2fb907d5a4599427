package com.newgroktimes.digest.rendering;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedHtmlTest {

    @Test
    void whatIsNestedTooDeepStandsBesideItsNeighboursAndLosesNoText() {
        String html = IntStream.range(0, 500).mapToObj(i -> "<div>" + i + " ").collect(Collectors.joining());
        String text = IntStream.range(0, 500).mapToObj(String::valueOf).collect(Collectors.joining(" "));

        Document document = BoundedHtml.page(html, "");

        assertThat(document.text()).isEqualTo(text);
        assertThat(document.select("div"))
                .allSatisfy(div -> assertThat(div.parents()).hasSizeLessThanOrEqualTo(100));
        assertThat(BoundedHtml.isCut(html)).isFalse();
    }

    /** Each paragraph begins all of the emphasis anew that was not ended before it. */
    @Test
    void fewTagsThatBecomeVeryManyElementsAreReadNoFurther() {
        String html = IntStream.range(0, 20_000)
                .mapToObj(i -> "<b id=%d><p>%d".formatted(i, i))
                .collect(Collectors.joining());

        assertThat(BoundedHtml.page(html, "").getAllElements()).hasSizeBetween(100_000, 100_200);
        assertThat(BoundedHtml.body(html, "").getAllElements()).hasSizeBetween(100_000, 100_200);
        assertThat(BoundedHtml.isCut(html)).isTrue();
        assertThat(BoundedHtml.isCut(BoundedHtml.page(html, ""))).isTrue();
    }

    @Test
    void whatIsCutKeepsItsBeginning() {
        Document page = BoundedHtml.page("<title>A</title><p>first" + "<br>".repeat(150_000) + "last", "");

        assertThat(page.title()).isEqualTo("A");
        assertThat(page.text()).contains("first").doesNotContain("last");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " a <b>b</b> ",
                "<p>a</p><!-- b -->c",
                "<style>a</style><p>b</p>",
                "<ul><li>a</li></ul>d&amp;e"
            })
    void aBodyIsWhatItWas(String html) {
        assertThat(BoundedHtml.body(html, "").body().html()).isEqualTo(html);
    }
}
