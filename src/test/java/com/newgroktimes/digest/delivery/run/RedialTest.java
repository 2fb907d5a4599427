package com.newgroktimes.digest.delivery.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RedialTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Redial redial = new Redial(nanos::get);

    @Test
    void waitsTwiceAsLongEachTimeUpToHalfAMinute() {
        assertThat(redial.isTooEarly()).isFalse();
        for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            redial.refused();
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds) - 1);
            assertThat(redial.isTooEarly()).isTrue();
            nanos.addAndGet(1);
            assertThat(redial.isTooEarly()).isFalse();
        }
    }

    @Test
    void beginsAnewOnceThereWasALine() {
        assertThat(redial.refused()).as("again").isFalse();
        assertThat(redial.refused()).as("again").isTrue();

        redial.connected();

        assertThat(redial.isTooEarly()).isFalse();
        assertThat(redial.refused()).as("again").isFalse();
    }
}
