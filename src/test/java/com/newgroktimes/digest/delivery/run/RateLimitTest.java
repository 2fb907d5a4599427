package com.newgroktimes.digest.delivery.run;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTest {

    @Test
    void aMessageAMinuteIsOneNow() {
        RateLimit limit = new RateLimit(1);

        assertThat(limit.allows()).isTrue();
        assertThat(limit.allows()).isFalse();
    }

    @Test
    void noLimitIsNone() {
        RateLimit limit = new RateLimit(0);

        assertThat(IntStream.range(0, 1_000).allMatch(time -> limit.allows())).isTrue();
    }

    @Test
    void oneWithinAnotherTakesNothingWhereThatOneAllowsNothing() {
        RateLimit together = new RateLimit(1);
        RateLimit one = new RateLimit(0, together);
        RateLimit other = new RateLimit(1, together);

        assertThat(one.allows()).isTrue();
        assertThat(other.allows()).isFalse();
        assertThat(one.allows()).isFalse();
    }

    @Test
    void itsOwnLimitHoldsTooAndTakesNothingFromTheOther() {
        RateLimit together = new RateLimit(0);
        RateLimit one = new RateLimit(1, together);

        assertThat(one.allows()).isTrue();
        assertThat(one.allows()).isFalse();
        assertThat(together.allows()).isTrue();
    }
}
