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

    @Test
    void oneWithinAnotherTakesNothingWhereThatOneAllowsNothing() {
        Pace together = new Pace(1);
        Pace one = new Pace(0, together);
        Pace other = new Pace(1, together);

        assertThat(one.allows()).isTrue();
        assertThat(other.allows()).isFalse();
        assertThat(one.allows()).isFalse();
    }

    @Test
    void itsOwnLimitHoldsTooAndTakesNothingFromTheOther() {
        Pace together = new Pace(0);
        Pace one = new Pace(1, together);

        assertThat(one.allows()).isTrue();
        assertThat(one.allows()).isFalse();
        assertThat(together.allows()).isTrue();
    }
}
