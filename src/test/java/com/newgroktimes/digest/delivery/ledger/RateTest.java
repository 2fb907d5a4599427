package com.newgroktimes.digest.delivery.ledger;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private long now = -90 * SECOND; // where the clock of nanoseconds stands is nobody's business
    private final Rate rate = new Rate(now);

    @Test
    void isNotKnownBeforeThreeSecondsHaveToldSomething() {
        accepts(10);
        now += 2 * SECOND;
        assertThat(rate.perMinute(now)).isNull();

        now += SECOND;
        assertThat(rate.perMinute(now)).isEqualTo(200);
    }

    @Test
    void isThatOfTheLastMinute() {
        for (int second = 0; second < 120; second++) {
            accepts(second < 60 ? 100 : 1);
            now += SECOND;
        }

        assertThat(rate.perMinute(now)).isBetween(59, 61);
    }

    @Test
    void isNothingAfterAMinuteWithout() {
        accepts(1_000);
        now += 61 * SECOND;

        assertThat(rate.perMinute(now)).isZero();
    }

    private void accepts(int number) {
        for (int i = 0; i < number; i++) {
            rate.accepts(now);
        }
    }
}
