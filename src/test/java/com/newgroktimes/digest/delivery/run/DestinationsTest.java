package com.newgroktimes.digest.delivery.run;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

class DestinationsTest {

    private final SettableClock clock = new SettableClock();
    private final Destinations destinations = new Destinations(clock);

    @Test
    void oneThatRefusesUsIsLeftAloneForHalfAnHour() {
        destinations.refusesUs("one.example");

        assertThat(destinations.isAside("one.example")).isTrue();
        assertThat(destinations.isAside("two.example")).isFalse();
        assertThat(destinations.nextBack()).contains(clock.instant().plus(Destinations.ASIDE));
        clock.advance(Destinations.ASIDE);
        assertThat(destinations.isAside("one.example")).isFalse();
    }

    @Test
    void severalInARowAreTooManyAndOneAgainAndAgainIsNot() {
        assertThat(destinations.refusesUs("one.example")).isFalse();
        assertThat(destinations.refusesUs("one.example")).isFalse();
        assertThat(destinations.refusesUs("one.example")).isFalse();
        assertThat(destinations.refusesUs("two.example")).isFalse();
        assertThat(destinations.refusesUs("three.example")).isTrue();
    }

    @Test
    void anythingAcceptedInBetweenStartsTheCountAgain() {
        destinations.refusesUs("one.example");
        destinations.refusesUs("two.example");
        destinations.accepts();

        assertThat(destinations.refusesUs("three.example")).isFalse();
    }
}
