package com.newgroktimes.digest.delivery;

import java.time.Clock;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.delivery.ledger.LedgerUnderTest;
import com.newgroktimes.digest.delivery.run.SpecimenDestinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DestinationProgressesTest {

    private final LedgerUnderTest ledger = new LedgerUnderTest();

    @Test
    void whatASettingLimitsSaysSoAndHowLongThatTakes() {
        ledger.hasReaders(600);
        ledger.freezes();
        ledger.totals.recount(LedgerUnderTest.EDITION);
        DestinationProgresses progresses = limited("example.org", 60);

        assertThat(progresses.of(LedgerUnderTest.EDITION))
                .extracting(DestinationProgress::domain, DestinationProgress::pace, DestinationProgress::perMinute)
                .containsExactly(tuple("example.org", DestinationProgress.Pace.FREE, 60));
        assertThat(progresses.secondsLeft(LedgerUnderTest.EDITION)).isEqualTo(600);
        assertThat(limited("other.example", 60).secondsLeft(LedgerUnderTest.EDITION))
                .isZero();
    }

    private DestinationProgresses limited(String name, int perMinute) {
        return new DestinationProgresses(
                ledger.totals, ledger.brakes, SpecimenDestinations.limited(name, perMinute), Clock.systemUTC());
    }
}
