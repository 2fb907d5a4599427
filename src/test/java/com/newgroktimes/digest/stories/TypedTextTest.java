package com.newgroktimes.digest.stories;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class TypedTextTest {

    @Test
    void blanksAtItsEdgesGoAndThoseWithinStay() {
        assertThat(TypedText.lines(" \u00a0\n a  b\r\n\tc \uFEFF\u200B\n")).isEqualTo("a  b\n\tc");
        assertThat(TypedText.line("\u3000a\nb\u3000")).isEqualTo("a b");
        assertThat(TypedText.line(" \n ")).isNull();
    }

    @Test
    void whatTurnsTheDirectionOfWritingIsDroppedAndWhatAScriptNeedsStays() {
        assertThat(TypedText.line("Report \u202Egpj.exe\u202C and \u2066more\u2069 so\u00ADft\u2060"))
                .isEqualTo("Report gpj.exe and more soft");
        assertThat(TypedText.lines("a\u202Db\nc")).isEqualTo("ab\nc");
        assertThat(TypedText.line("می\u200Cخواهم \u200F(1)\u200F 👩\u200D🚀"))
                .isEqualTo("می\u200Cخواهم \u200F(1)\u200F 👩\u200D🚀");
        assertThat(TypedText.line("\u2060 \u00AD")).isNull();
    }

    /** Anybody who may send a story may send this one. */
    @Test
    void aMegabyteOfBlanksIsReadAtOnce() {
        String typed = "a" + " ".repeat(1_000_000) + "b";

        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(TypedText.lines(typed)).isEqualTo(typed));
    }

    /** A headline of them would leave nothing to press. */
    @ParameterizedTest
    @ValueSource(strings = {"\u3164", "\u200d\u200e", " \u2800 ", "\u115f\u180e", "\u034f", "\ufe0f"})
    void whatLeavesNoMarkIsNothing(String typed) {
        assertThat(TypedText.line(typed)).isNull();
        assertThat(TypedText.lines(typed)).isNull();
    }
}
