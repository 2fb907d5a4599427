package com.newgroktimes.digest.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OnceAMinuteTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final OnceAMinute failures = new OnceAMinute(nanos::get);

    @Test
    void itIsToldAtOnceAndThenAfterAMinuteWithHowOften() {
        assertThat(failures.comesUp()).hasValue(0);
        assertThat(failures.comesUp()).isEmpty();
        assertThat(failures.comesUp()).isEmpty();

        nanos.addAndGet(Duration.ofMinutes(1).toNanos());

        assertThat(failures.comesUp()).hasValue(2);
        assertThat(failures.comesUp()).isEmpty();
    }

    @Test
    void theSentenceNamesThoseThatWereNotTold() {
        assertThat(OnceAMinute.more(2)).isEqualTo(" (2 more since it was told last)");
        assertThat(OnceAMinute.more(0)).isEmpty();
    }
}
