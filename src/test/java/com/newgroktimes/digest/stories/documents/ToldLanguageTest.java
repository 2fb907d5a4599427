package com.newgroktimes.digest.stories.documents;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class ToldLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en                 | en",
                "EN-us              | en-US",
                "en_US              | en-US",
                "en_US.UTF-8        | en-US",
                "en-uk              | en-GB",
                "English            | en",
                "english (US)       | en",
                "Deutsch            | de",
                "français           | fr",
                "日本語                | ja",
                "eng                | en",
                "ger                | de",
                "deu-AT             | de-AT",
                "en-US, de          | en-US",
                "en;q=0.8           | en",
                "zh-Hant-TW         | zh-Hant-TW",
                "zh_hans_cn         | zh-Hans-CN",
                "iw                 | he",
                "yue                | yue",
                "cmn-Hant           | cmn-Hant",
                "haw                | haw",
                "es-419             | es-419",
                "de-DE-formal-thing-that-is-too-long | de",
            })
    void aLanguageIsSaidInManyWays(String told, String tag) {
        assertThat(ToldLanguage.of(told)).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?", "qq", "klingonish", "no language", "html", "web", "rss", "www-de", "zxx", "1", "-"})
    void whatIsNoneIsNone(String told) {
        assertThat(ToldLanguage.of(told)).isEmpty();
    }

    @Test
    void aLongOneIsNone() {
        String blanks = " ".repeat(1_000_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(ToldLanguage.of("en" + blanks + ", de")).contains("en");
            assertThat(ToldLanguage.of("en" + blanks + "de")).isEmpty();
        });
    }

    @Test
    void someSayThatTheyDoNotKnow() {
        assertThat(ToldLanguage.isNone(" UND ")).isTrue();
        assertThat(ToldLanguage.isNone("en")).isFalse();
    }
}
