package com.newgroktimes.digest.delivery.run;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {

    @Test
    void aMessageAMinuteIsOneNow() {
        Pace pace = new Pace(1);

        assertThat(pace.allows()).isTrue();
        assertThat(pace.allows()).isFalse();
    }

    @Test
    void noLimitIsNone() {
        Pace pace = new Pace(0);

        assertThat(IntStream.range(0, 1_000).allMatch(time -> pace.allows())).isTrue();
    }
}
