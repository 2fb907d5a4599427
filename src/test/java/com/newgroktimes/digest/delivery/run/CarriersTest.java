package com.newgroktimes.digest.delivery.run;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.delivery.ledger.DestinationName;
import com.newgroktimes.digest.mail.Relay;
import com.newgroktimes.digest.mail.SpecimenRelay;
import com.newgroktimes.digest.testing.ScriptedRelay;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

class CarriersTest {

    private final SettableClock clock = new SettableClock();
    private final AtomicLong nanos = new AtomicLong();
    private final DeliverySettings settings = Binder.get(new MockEnvironment()
                    .withProperty("digest.delivery.connections", "3")
                    .withProperty("digest.delivery.relay-patience", "30m"))
            .bindOrCreate("digest.delivery", DeliverySettings.class);

    @Test
    void eachRelayHasAsManySendersAsItMayHaveConnections() {
        List<Relay> relays =
                List.of(SpecimenRelay.at(2501, OptionalInt.of(2)), SpecimenRelay.at(2502, OptionalInt.empty()));
        Carriers carriers = Carriers.of(relays, settings, clock, nanos::get);

        List<Carrier> bySender =
                IntStream.range(0, 5).mapToObj(n -> carriers.next()).toList();

        assertThat(settings.connections(relays)).isEqualTo(5);
        assertThat(bySender.subList(0, 2)).containsOnly(bySender.get(0));
        assertThat(bySender.subList(2, 5)).containsOnly(bySender.get(2)).doesNotContain(bySender.get(0));
    }

    @Test
    void oneThatRefusesUsIsToldAndNotAskedWhileTheOtherGoesOn() {
        Carriers carriers = two();
        Carrier one = carriers.next();
        Carrier other = carriers.next();

        other.accepts();
        one.refusesUs("535 5.7.8 wrong password");

        assertThat(one.mayAsk()).isFalse();
        assertThat(other.mayAsk()).isTrue();
        assertThat(carriers.areGone()).isFalse();
        assertThat(carriers.trouble())
                .hasValueSatisfying(told -> assertThat(told)
                        .startsWith("The mail server 127.0.0.1:2501 refuses us:")
                        .endsWith("It says: 535 5.7.8 wrong password. What it does not take goes by the others."));
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
                .endsWith("Its last word: Connection refused.");
        other.accepts();
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

        carrier.accepts();
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
                clock,
                nanos::get);
        Carrier one = carriers.next();
        Carrier other = carriers.next();

        assertThat(other.hasTurn()).isTrue();
        assertThat(one.hasTurn()).isFalse();
        one.away("Connection refused");

        assertThat(one.hasTurn()).isTrue();
        assertThat(other.hasTurn()).isFalse();
        assertThat(one.mayAsk()).isFalse();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(one.mayAsk()).isTrue();
    }

    /** Nobody can tell what becomes of a message that such a one gets, so it gets few. */
    @Test
    void oneThatBreaksOffIsTriedByOneSenderAtATimeAndSoonLeftAlone() {
        Carrier carrier = two().next();
        carrier.accepts();

        carrier.leavesInDoubt("The line broke at DOT");
        assertThat(carrier.isProven()).isFalse();
        assertThat(carrier.mayAsk()).isTrue();
        carrier.breaksOff("The line broke at RCPT");
        carrier.leavesInDoubt("The line broke at DOT");
        assertThat(carrier.mayAsk()).as("three in a row").isFalse();

        carrier.answers();
        assertThat(carrier.isProven()).as("what it refuses proves nothing").isFalse();
        carrier.accepts();
        assertThat(carrier.isProven()).isTrue();
        assertThat(carrier.mayAsk()).isTrue();
    }

    @Test
    void oneThatBreaksOffForTooLongIsGoneAndItIsToldWhatToLookFor() {
        Carriers carriers =
                Carriers.of(List.of(SpecimenRelay.at(2501, OptionalInt.empty())), settings, clock, nanos::get);
        Carrier carrier = carriers.next();
        for (int i = 0; i < 3; i++) {
            carrier.breaksOff("The line broke at RCPT");
        }

        clock.advance(Duration.ofMinutes(31));

        assertThat(carriers.areGone()).isTrue();
        assertThat(carriers.whyGone())
                .startsWith("The mail server has broken off in the middle of each message for too long")
                .endsWith("The line broke at RCPT.");
    }

    @Test
    void moreInDoubtInARowThanThereAreLinesAreOneTooMany() {
        Carriers carriers =
                Carriers.of(List.of(SpecimenRelay.at(2501, OptionalInt.of(2))), settings, clock, nanos::get);
        Carrier carrier = carriers.next();

        carrier.leavesInDoubt("cut");
        carrier.leavesInDoubt("cut");
        assertThat(carrier.leavesTooManyInDoubt("cut"))
                .as("as many as were in hand")
                .isEmpty();
        carrier.accepts();
        carrier.leavesInDoubt("cut");
        assertThat(carrier.leavesTooManyInDoubt("cut")).as("not in a row").isEmpty();

        carrier.leavesInDoubt("cut");
        carrier.leavesInDoubt("cut");
        assertThat(carrier.leavesTooManyInDoubt("The line broke at DOT"))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("The mail server broke off 3 times in a row")
                        .endsWith("The line broke at DOT"));
    }

    @Test
    void oneThatPutsOffWhateverItGetsIsLeftAloneUntilItAccepts() {
        Carrier carrier = two().next();

        for (int i = 0; i < 19; i++) {
            carrier.putsOff(new DestinationName(i % 2 + ".example"), "452 4.3.1 full");
        }
        assertThat(carrier.isProven()).isTrue();
        carrier.putsOff(new DestinationName("2.example"), "452 4.3.1 full");
        assertThat(carrier.isProven()).as("twenty in a row, at three").isFalse();
        assertThat(carrier.mayAsk()).isFalse();

        carrier.accepts();
        carrier.putsOff(new DestinationName("0.example"), "452 4.3.1 full");
        assertThat(carrier.mayAsk()).isTrue();
    }

    @Test
    void oneDestinationThatPutsOffAllSaysNothingOfTheRelay() {
        Carrier carrier = two().next();

        for (int i = 0; i < 100; i++) {
            carrier.putsOff(new DestinationName("one.example"), "450 4.2.0 later");
        }

        assertThat(carrier.isProven()).isTrue();
        assertThat(carrier.mayAsk()).isTrue();
    }

    @Test
    void addressesBeyondAsciiWaitForARelayThatIsGoneUntilItHasSaidThatItTakesNone() {
        try (ScriptedRelay here = new ScriptedRelay();
                ScriptedRelay gone = new ScriptedRelay()) {
            Relay one = SpecimenRelay.at(here.port(), OptionalInt.of(1));
            Relay other = SpecimenRelay.at(gone.port(), OptionalInt.of(1));
            Carriers carriers = Carriers.of(List.of(one, other), settings, clock, nanos::get);
            carriers.next();
            isHeard(one);
            assertThat(carriers.beyondAscii()).isEqualTo(BeyondAscii.BY_ANOTHER);

            carriers.next().refusesUs("535 no");
            assertThat(carriers.beyondAscii()).isEqualTo(BeyondAscii.LATER);
            assertThat(carriers.whyNotBeyondAscii())
                    .startsWith("The mail server 127.0.0.1:%d refuses us:".formatted(gone.port()))
                    .doesNotContain(":" + here.port());

            isHeard(other);
            assertThat(carriers.beyondAscii()).isEqualTo(BeyondAscii.BY_NOBODY);
            gone.answers("EHLO", "250-scripted\r\n250 SMTPUTF8");
            isHeard(other);
            assertThat(carriers.beyondAscii()).as("what it said last").isEqualTo(BeyondAscii.LATER);
        }
    }

    /** One name may stand for many machines: readers are not refused for the one that answers, nor is it dialled for ever. */
    @Test
    void addressesBeyondAsciiWaitWhereTheMachineThatTakesThemIsMissedAgainAndAgain() {
        try (ScriptedRelay server = new ScriptedRelay()) {
            server.answers("EHLO", "250-scripted\r\n250 SMTPUTF8");
            Relay relay = SpecimenRelay.at(server.port(), OptionalInt.of(1));
            Carriers carriers = Carriers.of(List.of(relay), settings, clock, nanos::get);
            Carrier carrier = carriers.next();
            isHeard(relay);
            isHeard(relay);

            carrier.lines().isMissingAble();
            carrier.lines().isMissingAble();
            assertThat(carriers.beyondAscii()).isEqualTo(BeyondAscii.BY_ANOTHER);
            carrier.lines().isMissingAble();
            assertThat(carriers.beyondAscii()).isEqualTo(BeyondAscii.LATER);
            assertThat(carriers.whyNotBeyondAscii())
                    .isEqualTo(
                            "The mail server took them not long ago, and the machines of it that answer now do not.");

            carrier.lines().add(true);
            assertThat(carriers.beyondAscii()).isEqualTo(BeyondAscii.BY_ANOTHER);
            carrier.lines().remove(true);
            assertThat(carriers.beyondAscii()).as("it counts anew").isEqualTo(BeyondAscii.BY_ANOTHER);
        }
    }

    @Test
    void whatOneSaysIsRefusedIsForTheOtherUntilThatSaysSoToo() {
        Carriers carriers = two();
        Carrier one = carriers.next();
        Carrier other = carriers.next();
        assertThat(carriers.mayOthersBring(one, 7)).isTrue();

        other.hearsay().says(7, new DestinationName("one.example"), () -> {});

        assertThat(carriers.mayOthersBring(one, 7)).isFalse();
        assertThat(carriers.mayOthersBring(one, 8)).isTrue();
        other.refusesUs("535 no");
        assertThat(carriers.mayOthersBring(one, 8)).isFalse();
    }

    private static void isHeard(Relay relay) {
        try (Relay.Connection connection = relay.connection()) {
            assertThat(connection.open()).isEmpty();
        }
    }

    @Test
    void oneAloneHasNoNameInWhatIsTold() {
        Carriers carriers =
                Carriers.of(List.of(SpecimenRelay.at(2501, OptionalInt.empty())), settings, clock, nanos::get);

        carriers.next().refusesUs("550 no");

        assertThat(carriers.whyGone()).startsWith("The mail server refuses us:");
    }

    private Carriers two() {
        return Carriers.of(
                List.of(SpecimenRelay.at(2501, OptionalInt.of(1)), SpecimenRelay.at(2502, OptionalInt.of(1))),
                settings,
                clock,
                nanos::get);
    }
}
