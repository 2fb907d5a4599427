package com.newgroktimes.digest.delivery.run;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.delivery.DeliverySettings.Retry;
import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.Settlement.Again;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

class RetriesTest {

    private final SettableClock clock = new SettableClock();
    private final Retries retries =
            new Retries(Duration.ofHours(24), new Retry(Duration.ofMinutes(30), Duration.ofHours(2)), clock);

    @Test
    void theSecondTryIsWithinTheFirstHour() {
        assertThat(retries.after(delivery(0, null))).hasValueSatisfying(again -> {
            assertThat(again.firstTried()).isEqualTo(clock.instant());
            assertThat(again.due())
                    .isBetween(
                            clock.instant().plus(Duration.ofMinutes(30)),
                            clock.instant().plus(Duration.ofMinutes(45)));
        });
    }

    @Test
    void laterTriesAreTwoToThreeHoursApart() {
        Instant firstTried = clock.instant().minus(Duration.ofHours(5));

        assertThat(retries.after(delivery(3, firstTried))).hasValueSatisfying(again -> {
            assertThat(again.firstTried()).isEqualTo(firstTried);
            assertThat(again.due())
                    .isBetween(
                            clock.instant().plus(Duration.ofHours(2)),
                            clock.instant().plus(Duration.ofHours(3)));
        });
    }

    @Test
    void aTryThatWouldComeTooLateIsNotMade() {
        assertThat(retries.after(delivery(9, clock.instant().minus(Duration.ofHours(23)))))
                .isEmpty();
    }

    @Test
    void whoCouldNotBeTriedIsNeverTooLate() {
        Delivery untried = delivery(0, clock.instant().minus(Duration.ofDays(2)));

        Again again = retries.afterNoTry(untried);

        assertThat(again.due())
                .isBetween(
                        clock.instant().plus(Duration.ofMinutes(30)),
                        clock.instant().plus(Duration.ofMinutes(45)));
        assertThat(again.firstTried()).isEqualTo(again.due());
    }

    @Test
    void aFirstTryIsNotForgottenForOneThatCouldNotBeMade() {
        Instant firstTried = clock.instant().minus(Duration.ofHours(5));

        assertThat(retries.afterNoTry(delivery(1, firstTried)).firstTried()).isEqualTo(firstTried);
    }

    private static Delivery delivery(int tries, @Nullable Instant firstTried) {
        return new Delivery(1, DeliveryState.PUT_OFF, tries, 1, 1, 0, null, firstTried);
    }
}
