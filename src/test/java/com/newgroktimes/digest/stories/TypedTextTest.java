package com.newgroktimes.digest.stories;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class TypedTextTest {

    @Test
    void blanksAtItsEdgesGoAndThoseWithinStay() {
        assertThat(TypedText.lines(" \u00a0\n a  b\r\n\tc \uFEFF\u200B\n")).isEqualTo("a  b\n\tc");
        assertThat(TypedText.line("\u3000a\nb\u3000")).isEqualTo("a b");
        assertThat(TypedText.line(" \n ")).isNull();
    }

    /** Anybody who may send a story may send this one. */
    @Test
    void aMegabyteOfBlanksIsReadAtOnce() {
        String typed = "a" + " ".repeat(1_000_000) + "b";

        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(TypedText.lines(typed)).isEqualTo(typed));
    }
}
