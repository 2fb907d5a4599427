package com.newgroktimes.digest.rendering;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KnownTablesTest {

    private static final String LETTER = """
            <mjml><mj-head><mj-attributes><mj-all font-family="Georgia,serif" /></mj-attributes></mj-head>
              <mj-body><mj-section><mj-column>
              <mj-text>On %1$s someone asked. <a href="%2$s">%2$s</a></mj-text>
              <mj-button href="%2$s">Confirm</mj-button>
              <mj-text align="center">  <a href="%3$s">Not  me</a> <b>x</b>
              </mj-text>
            </mj-column></mj-section></mj-body></mjml>
            """;

    private final KnownTables tables = new KnownTables();

    @ParameterizedTest
    @CsvSource({
        "25 November at 10:00:00 UTC, https://digest.example.org/confirm/AvBD_-x, https://digest.example.org/not-me/A",
        "25 November at 10:00:01 UTC, https://digest.example.org/confirm/B, https://digest.example.org/confirm/B/longer",
        "\u206825 \u0646\u0648\u0641\u0645\u0628\u0631 \u0639\u0646\u062f 10:00:00 UTC\u2069, https://digest.example.org/1, https://digest.example.org/2",
        "a < b & c, 'https://digest.example.org/?a=b&amp;c=d', https://digest.example.org/2",
        "x, y, z",
    })
    void aMailIsTheSameAsIfItWereMadeAnew(String moment, String link, String other) {
        for (int time = 0; time < 2; time++) {
            String mjml = LETTER.formatted(moment.replace("&", "&amp;").replace("<", "&lt;"), link, other);

            assertThat(tables.html("letter", mjml, List.of(moment, link, other), "en", "ltr"))
                    .isEqualTo(Mjml.toHtml("letter", mjml, "en", "ltr"));
        }
    }

    @Test
    void thoseThatDifferInTheirLinksAloneAreMadeOnce() {
        for (int reader = 0; reader < 20; reader++) {
            String link = "https://digest.example.org/confirm/" + reader;
            String other = "https://digest.example.org/not-me/" + reader;
            String moment = "25 November at 10:00:%02d UTC".formatted(reader);
            String html = tables.html(
                    "letter", LETTER.formatted(moment, link, other), List.of(moment, link, other), "en", "ltr");

            assertThat(html).contains("href=\"" + link + "\"", "href=\"" + other + "\"", moment);
        }
        assertThat(tables.count()).isEqualTo(1);
    }

    @Test
    void anotherLanguageOrDirectionIsAnotherMail() {
        String mjml = LETTER.formatted("now and then", "https://digest.example.org/1", "https://digest.example.org/2");

        assertThat(tables.html("letter", mjml, List.of(), "ar", "rtl")).contains("dir=\"rtl\"");
        assertThat(tables.html("letter", mjml, List.of(), "en", "ltr")).contains("dir=\"ltr\"");
    }
}
