package com.newgroktimes.digest.subscribers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({"de,de", "DE-at,de-AT", "zh-hant-tw,zh-Hant-TW", "de-u-co-phonebk,de-u-co-phonebk"})
    void isKeptInOneSpelling(String given, String kept) {
        assertThat(LanguageTag.parse(given)).contains(kept);
    }

    @Test
    void ofOneThatIsTooLongTheLanguageIsKept() {
        assertThat(LanguageTag.parse("de-x" + "-abcdefgh".repeat(115))).contains("de");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x-private", "de_AT", "no language", "\u00e9"})
    void whatIsNoneIsNone(String given) {
        assertThat(LanguageTag.parse(given)).isEmpty();
    }
}
