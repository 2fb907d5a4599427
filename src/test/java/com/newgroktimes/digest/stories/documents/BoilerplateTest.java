package com.newgroktimes.digest.stories.documents;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BoilerplateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>The post <a href='x'>A</a> appeared first on <a href='y'>B</a>.</p>",
                "<p>The post A first appeared on B.</p>",
                "<p>Der Beitrag <a href='x'>A</a> erschien zuerst auf <a href='y'>B</a>.</p>",
                "<p>L’article A est apparu en premier sur B.</p>",
                "<p>La entrada A se publicó primero en B.</p>",
                "<p>Het bericht A verscheen eerst op B.</p>",
                "<p><a href='x'>Continue reading <span>A</span> →</a></p>",
                "<p class='more'><a href='x'>Read more…</a></p>",
                "<a href='x'>Weiterlesen</a>",
                "<div><p><a href='x'>Lire la suite »</a></p></div>",
                "<p><a href='x'>Read more</a></p><p>The post A appeared first on B.</p>",
            })
    void whatProgramsPutBelowEveryTextGoes(String below) {
        assertThat(Boilerplate.without("<p>The text.</p>" + below))
                .startsWith("<p>The text.</p>")
                .satisfies(
                        left -> assertThat(org.jsoup.Jsoup.parse(left).text()).isEqualTo("The text."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class='button-wrapper'><a class='button' href='x'>Subscribe now</a></p>",
                "<p class='button-wrapper'><a class='button' href='x'>Share Quay Notes</a></p>",
                "<div class='subscription-widget-wrap-editor'><p>Thanks for reading Quay Notes! Subscribe for free.</p></div>",
                "<div class='sharedaddy'><h3>Share this:</h3><ul><li>Mail</li></ul></div>",
            })
    void whatAsksToSubscribeOrShareGoesFromWhereverItStands(String between) {
        assertThat(Boilerplate.without("<p>The text.</p>" + between + "<p>Its end.</p>"))
                .isEqualTo("<p>The text.</p><p>Its end.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class=\"button-wrapper\"><a href=\"x\">Read the report</a></p>",
                "<p>Subscribe now</p>",
                "<p>The post office closed.</p>",
                "<p>Read more books, she said, and he did so from that day on, which is why we know him as a man of letters today. "
                        + "It went on for years, and nobody could say when it had begun, or whether it would end before the books did.</p>",
                "<p>The article in the contract appeared twice.</p>",
            })
    void whatIsTextStays(String html) {
        assertThat(Boilerplate.without(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is wet. […]      | It is wet.",
                "It is wet [...]     | It is wet…",
                "It is wet [ … ]     | It is wet…",
                "It is wet (more...) | It is wet…",
                "It is wet.          | It is wet.",
                "[…]                 | ''",
            })
    void aBracketedCutIsAPlainOneOrNone(String text, String tidy) {
        assertThat(Boilerplate.withoutBrackets(text)).isEqualTo(tidy);
    }

    @Test
    void aTextOfNothingElseIsEmpty() {
        assertThat(Boilerplate.withoutLines("Read more →")).isEmpty();
    }
}
