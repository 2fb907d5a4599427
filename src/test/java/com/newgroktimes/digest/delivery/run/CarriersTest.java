package com.newgroktimes.digest.delivery.run;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.mail.Relay;
import com.newgroktimes.digest.mail.SpecimenRelay;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

class CarriersTest {

    private final SettableClock clock = new SettableClock();
    private final DeliverySettings settings = Binder.get(new MockEnvironment()
                    .withProperty("digest.delivery.connections", "3")
                    .withProperty("digest.delivery.relay-patience", "30m"))
            .bindOrCreate("digest.delivery", DeliverySettings.class);

    @Test
    void eachRelayHasAsManySendersAsItMayHaveConnections() {
        List<Relay> relays =
                List.of(SpecimenRelay.at(2501, OptionalInt.of(2)), SpecimenRelay.at(2502, OptionalInt.empty()));
        Carriers carriers = Carriers.of(relays, settings, clock);

        List<Carrier> bySender =
                IntStream.range(0, 5).mapToObj(n -> carriers.next()).toList();

        assertThat(Carriers.connections(relays, settings)).isEqualTo(5);
        assertThat(bySender.subList(0, 2)).containsOnly(bySender.get(0));
        assertThat(bySender.subList(2, 5)).containsOnly(bySender.get(2)).doesNotContain(bySender.get(0));
    }

    @Test
    void oneThatRefusesUsIsToldAndNotAskedWhileTheOtherGoesOn() {
        Carriers carriers = two();
        Carrier one = carriers.next();
        Carrier other = carriers.next();

        one.refusesUs("535 5.7.8 wrong password");

        assertThat(one.mayAsk()).isFalse();
        assertThat(other.mayAsk()).isTrue();
        assertThat(carriers.areGone()).isFalse();
        assertThat(carriers.trouble())
                .hasValueSatisfying(told -> assertThat(told)
                        .startsWith("The mail server 127.0.0.1:2501 refuses us:")
                        .endsWith("It says: 535 5.7.8 wrong password"));
    }

    @Test
    void theyAreGoneWhenAllAreAndWhyIsToldOfEach() {
        Carriers carriers = two();
        Carrier one = carriers.next();
        Carrier other = carriers.next();

        one.refusesUs("535 5.7.8 wrong password");
        other.away("Connection refused");
        assertThat(carriers.areGone()).isFalse();
        clock.advance(Duration.ofMinutes(31));

        assertThat(carriers.areGone()).isTrue();
        assertThat(carriers.whyGone())
                .contains(
                        "The mail server 127.0.0.1:2501 refuses us",
                        "The mail server 127.0.0.1:2502 has been away for too long")
                .endsWith("Its last word: Connection refused");
        other.back();
        assertThat(carriers.areGone()).isFalse();
    }

    @Test
    void oneSenderAtATimeTriesARelayUntilItHasAnswered() {
        Carrier carrier = two().next();

        assertThat(carrier.isProven()).isFalse();
        assertThat(carrier.isMineToTry()).isTrue();
        assertThat(carrier.isMineToTry()).isFalse();
        carrier.tried();
        assertThat(carrier.isMineToTry()).isTrue();

        carrier.back();
        assertThat(carrier.isProven()).isTrue();
        carrier.away("Connection reset");
        assertThat(carrier.isProven()).isFalse();
    }

    /** Others take each turn of the pace as soon as it is there. */
    @Test
    void whoeverLooksWhetherARelayIsBackNeedsNoTurnOfThePace() {
        DeliverySettings slow = Binder.get(new MockEnvironment().withProperty("digest.delivery.per-minute", "1"))
                .bindOrCreate("digest.delivery", DeliverySettings.class);
        Carriers carriers = Carriers.of(
                List.of(SpecimenRelay.at(2501, OptionalInt.of(1)), SpecimenRelay.at(2502, OptionalInt.of(1))),
                slow,
                clock);
        Carrier one = carriers.next();
        Carrier other = carriers.next();

        assertThat(other.mayAsk()).isTrue();
        assertThat(one.mayAsk()).isFalse();
        one.away("Connection refused");

        eventually("it may be asked", one::mayAsk);
        assertThat(other.mayAsk()).isFalse();
    }

    @Test
    void addressesBeyondAsciiAreCarriedWhereOneThatMayIsLeft() {
        Carriers carriers = two();
        Carrier one = carriers.next();
        Carrier other = carriers.next();

        one.carriesAsciiAlone();
        assertThat(carriers.carryBeyondAscii()).isTrue();
        other.refusesUs("535 no");
        assertThat(carriers.carryBeyondAscii()).isFalse();
    }

    @Test
    void oneAloneHasNoNameInWhatIsTold() {
        Carriers carriers = Carriers.of(List.of(SpecimenRelay.at(2501, OptionalInt.empty())), settings, clock);

        carriers.next().refusesUs("550 no");

        assertThat(carriers.whyGone()).startsWith("The mail server refuses us:");
    }

    private Carriers two() {
        return Carriers.of(
                List.of(SpecimenRelay.at(2501, OptionalInt.of(1)), SpecimenRelay.at(2502, OptionalInt.of(1))),
                settings,
                clock);
    }
}
