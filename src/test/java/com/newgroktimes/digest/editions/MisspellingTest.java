package com.newgroktimes.digest.editions;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MisspellingTest {

    @ParameterizedTest
    @CsvSource({
        "seperate=separate,  Keep them seperate.,         seperate",
        "seperate=separate,  SEPERATE,                    SEPERATE",
        "seperate,           'seperated, unseperate',     ''",
        "Kiew=Kyiv,          Kiew,                        Kiew",
        "Kiew=Kyiv,          'kiew, KIEW, Kiewer',        ''",
        "nasa=NASA,          NASA said,                   ''",
        "nasa=NASA,          NASA and Nasa said,          Nasa",
        "York=New York,      New York,                    ''",
        "New York=New York City, New York City and New  York, New  York",
        "strasse=straße,     Straßenfest,                 ''",
        "über,               Über uns,                    Über",
        "c++=C++,            c++ and C++,                 c++",
        "مسؤل=مسؤول,         قال مسؤل,                    مسؤل",
    })
    void aWholeWordIsMeantAndCapitalsCountWhereItHasAny(String entry, String text, String found) {
        assertThat(Misspelling.valueOf(entry).in(text).orElse("")).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=right", " = ", "--=x", "a=b=c", "wrong=", "same=same"})
    void anEntryThatSaysNothingIsRefused(String entry) {
        assertThatThrownBy(() -> Misspelling.valueOf(entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + entry.strip() + "\"")
                .hasMessageContaining("Write wrong=right");
    }

    @Test
    void theListIsReadFromASetting() {
        assertThat(bound("seperate = separate, tweet").spelling())
                .containsExactly(new Misspelling("seperate", "separate"), new Misspelling("tweet", ""));
        assertThatThrownBy(() -> bound("tweet,=x"))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("digest.checks.spelling");
    }

    private static CheckSettings bound(String spelling) {
        var source = new MapConfigurationPropertySource(Map.of("digest.checks.spelling", spelling));
        return new Binder(source).bindOrCreate("digest.checks", CheckSettings.class);
    }
}
