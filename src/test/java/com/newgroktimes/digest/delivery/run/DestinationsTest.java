package com.newgroktimes.digest.delivery.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.delivery.ledger.LedgerUnderTest;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

class DestinationsTest {

    private static final String NO = "550 5.7.1 Not from you";
    private static final String LATER = "421 4.7.28 Too many messages";

    private final SettableClock clock = new SettableClock();
    private final AtomicLong nanos = new AtomicLong();
    private final LedgerUnderTest ledger = new LedgerUnderTest();
    private final Destinations destinations = destinations();

    @Test
    void oneThatRefusesUsIsLeftAloneForHalfAnHour() {
        destinations.refusesUs("one.example", NO);

        assertThat(destinations.isAside("one.example")).isTrue();
        assertThat(destinations.isAside("two.example")).isFalse();
        assertThat(destinations.nextBack()).contains(clock.instant().plus(Destinations.ASIDE));
        clock.advance(Destinations.ASIDE);
        assertThat(destinations.isAside("one.example")).isFalse();
    }

    @Test
    void severalInARowAreTooManyAndOneAgainAndAgainIsNot() {
        assertThat(destinations.refusesUs("one.example", NO)).isFalse();
        assertThat(destinations.refusesUs("one.example", NO)).isFalse();
        assertThat(destinations.refusesUs("one.example", NO)).isFalse();
        assertThat(destinations.refusesUs("two.example", NO)).isFalse();
        assertThat(destinations.refusesUs("three.example", NO)).isTrue();
    }

    @Test
    void anythingAcceptedInBetweenStartsTheCountAgain() {
        destinations.refusesUs("one.example", NO);
        destinations.refusesUs("two.example", NO);
        destinations.accepts("other.example");

        assertThat(destinations.refusesUs("three.example", NO)).isFalse();
    }

    @Test
    void whatWasPutAsideIsStillAsideAfterARestart() {
        destinations.refusesUs("one.example", NO);

        assertThat(destinations().isAside("one.example")).isTrue();
    }

    @Test
    void oneThatAsksForPatienceGetsOneMessageAtATime() {
        destinations.asksToSlow("one.example", LATER);

        assertThat(destinations.allows("one.example")).isFalse();
        assertThat(destinations.allows("two.example")).isTrue();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(destinations.allows("one.example")).isTrue();
        assertThat(destinations.allows("one.example")).isFalse();
        assertThat(destinations().allows("one.example")).isFalse();
    }

    @Test
    void askedAgainItIsHalfAsFastAndABurstOfAnswersCountsOnce() {
        destinations.asksToSlow("one.example", LATER);
        destinations.asksToSlow("one.example", LATER);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        destinations.asksToSlow("one.example", LATER);

        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
        assertThat(destinations.allows("one.example")).isFalse();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
        assertThat(destinations.allows("one.example")).isTrue();
    }

    @Test
    void whatItTakesMakesItFasterUntilItIsAsFastAsAllOthers() {
        destinations.asksToSlow("one.example", LATER);
        int accepted = 0;
        while (destinations.isSlowed("one.example")) {
            destinations.accepts("one.example");
            accepted++;
        }

        assertThat(accepted).isBetween(5, 50);
        assertThat(destinations.allows("one.example")).isTrue();
        assertThat(ledger.brakes.of(LedgerUnderTest.EDITION, clock.instant())).isEmpty();
    }

    private Destinations destinations() {
        return new Destinations(ledger.brakes, LedgerUnderTest.EDITION, clock, nanos::get);
    }
}
