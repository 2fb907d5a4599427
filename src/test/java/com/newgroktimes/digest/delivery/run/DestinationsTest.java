package com.newgroktimes.digest.delivery.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes.DestinationBrake;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes.Kind;
import com.newgroktimes.digest.delivery.ledger.DestinationName;
import com.newgroktimes.digest.delivery.ledger.LedgerUnderTest;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DestinationsTest {

    private static final String NO = "550 5.7.1 Not from you";
    private static final String LATER = "421 4.7.0 Too many messages";
    private static final String TOO_MUCH = "421 4.7.28 Unusual rate of mail";
    private static final DestinationName MX = new DestinationName("mx.example");
    private static final int CONNECTIONS = 4;

    private final SettableClock clock = new SettableClock();
    private final AtomicLong nanos = new AtomicLong();
    private final LedgerUnderTest ledger = new LedgerUnderTest();
    private final Destinations destinations = destinations();
    private long subscribers;

    /** Each domain for itself, but for those of the large providers. */
    static DestinationTable table() {
        return new DestinationTable(settings(Map.of()), UnaryOperator.identity());
    }

    static DeliverySettings settings(Map<String, String> given) {
        MockEnvironment environment = new MockEnvironment();
        given.forEach((name, value) -> environment.setProperty("digest.delivery." + name, value));
        return Binder.get(environment).bindOrCreate("digest.delivery", DeliverySettings.class);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void theLogTellsOfEachThatGetsNothing(CapturedOutput output) {
        destinations.refusesUs("one.example", NO);
        destinations.refusesSoMuch("two.example", NO);

        assertThat(output)
                .contains("one.example refuses us and gets nothing for 30 minutes: " + NO)
                .contains(
                        "two.example gets nothing for 30 minutes, and then over one connection more at a time: " + NO);
    }

    @Test
    void oneThatRefusesUsIsLeftAloneForHalfAnHour() {
        destinations.refusesUs("one.example", NO);

        assertThat(isAside(destinations, "one.example")).isTrue();
        assertThat(isAside(destinations, "two.example")).isFalse();
        assertThat(destinations.nextBack()).contains(clock.instant().plus(Destinations.ASIDE));
        clock.advance(Destinations.ASIDE);
        assertThat(isAside(destinations, "one.example")).isFalse();
    }

    @Test
    void severalInARowAreTooManyAndOneAgainAndAgainIsNot() {
        assertThat(destinations.refusesUs("one.example", NO)).isFalse();
        assertThat(destinations.refusesUs("one.example", NO)).isFalse();
        assertThat(destinations.refusesUs("one.example", NO)).isFalse();
        assertThat(destinations.refusesUs("two.example", NO)).isFalse();
        assertThat(destinations.refusesSoMuch("three.example", TOO_MUCH)).isTrue();
    }

    @Test
    void anythingAcceptedInBetweenStartsTheCountAgain() {
        destinations.refusesUs("one.example", NO);
        destinations.refusesUs("two.example", NO);
        destinations.accepts(to("other.example"));

        assertThat(destinations.refusesUs("three.example", NO)).isFalse();
    }

    @Test
    void whatWasPutAsideIsStillAsideAfterARestart() {
        destinations.refusesUs("one.example", NO);
        destinations.writeDown();

        assertThat(isAside(destinations(), "one.example")).isTrue();
    }

    @Test
    void oneThatAsksForPatienceGetsOneMessageAtATime() {
        destinations.asksToSlow("one.example", LATER);

        assertThat(takes("one.example")).isFalse();
        assertThat(takes("two.example")).isTrue();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(takes("one.example")).isTrue();
        assertThat(takes("one.example")).isFalse();
        destinations.writeDown();
        assertThat(destinations().takes(to("one.example"))).isFalse();
    }

    @Test
    void oneThatWasSlowedIsSlowAfterARestart() {
        destinations.asksToSlow("one.example", LATER);
        destinations.writeDown();

        Destinations again = destinations();

        assertThat(again.takes(to("one.example"))).isFalse();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(again.takes(to("one.example"))).isTrue();
        assertThat(again.takes(to("one.example"))).isFalse();
    }

    @Test
    void aPauseKeepsThePaceOfOneThatWasSlowedAndItIsSpedUpFromThere() {
        asksToSlowUntilItIsOneInFourSeconds("one.example");
        destinations.writeDown();

        Destinations resumed = destinations();
        assertThat(nextOne(resumed, "one.example")).isEqualTo(Duration.ofSeconds(4));
        for (int taken = 0; taken < 4; taken++) {
            resumed.accepts(to("one.example"));
        }
        resumed.writeDown();

        assertThat(nextOne(destinations(), "one.example")).isEqualTo(Duration.ofMillis(1_638));
    }

    /** Not with each message that it takes. */
    @Test
    void thePaceIsNotedWhenItIsTwiceThatOfBefore() {
        asksToSlowUntilItIsOneInFourSeconds("one.example");
        List<Duration> noted = new ArrayList<>();
        for (int taken = 0; taken < 10; taken++) {
            destinations.accepts(to("one.example"));
            noted.add(held().get(0).interval());
        }

        assertThat(noted.stream().map(Duration::toMillis).distinct()).containsExactly(4_000L, 1_638L, 671L);
    }

    @Test
    void oneThatAsksForPatienceAndThenSaysThatItIsTooMuchIsStillSlowOnceItIsBack() {
        asksToSlowUntilItIsOneInFourSeconds("one.example");
        destinations.asksForQuiet("one.example", TOO_MUCH);
        destinations.writeDown();
        clock.advance(Destinations.QUIET);

        assertThat(nextOne(destinations(), "one.example")).isEqualTo(Duration.ofSeconds(4));
    }

    /** An older version has noted it. */
    @Test
    void oneOfWhichNoPaceIsKnownBeginsAnew() {
        asksToSlowUntilItIsOneInFourSeconds("one.example");
        destinations.writeDown();
        ledger.database.sql("update destination_brake set interval_ms = null").update();

        assertThat(nextOne(destinations(), "one.example")).isEqualTo(Duration.ofMillis(500));
    }

    private void asksToSlowUntilItIsOneInFourSeconds(String domain) {
        for (int asked = 0; asked < 4; asked++) {
            destinations.asksToSlow(domain, LATER);
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(10));
        }
    }

    /** How long it takes until it may have one. */
    private Duration nextOne(Destinations found, String domain) {
        int millis = 0;
        while (!found.takes(to(domain))) {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
            millis++;
        }
        return Duration.ofMillis(millis);
    }

    @Test
    void askedAgainItIsHalfAsFastAndABurstOfAnswersCountsOnce() {
        destinations.asksToSlow("one.example", LATER);
        destinations.asksToSlow("one.example", LATER);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        clock.advance(Duration.ofMinutes(5));
        destinations.asksToSlow("one.example", LATER);

        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
        assertThat(takes("one.example")).isFalse();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
        assertThat(takes("one.example")).isTrue();
        assertThat(held())
                .extracting(DestinationBrake::until)
                .containsExactly(clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void whatItTakesMakesItFasterUntilItIsAsFastAsAllOthers() {
        destinations.asksToSlow("one.example", LATER);
        int accepted = 0;
        while (!held().isEmpty()) {
            destinations.accepts(to("one.example"));
            accepted++;
        }

        assertThat(accepted).isBetween(5, 50);
        assertThat(takes("one.example")).isTrue();
        assertThat(takes("one.example")).isTrue();
    }

    @Test
    void whatWasOnItsWayWhenItAskedForPatienceIsNoSignThatItTakesMore() {
        List<Delivery> onTheirWay = List.of(to("one.example"), to("one.example"), to("one.example"));
        onTheirWay.forEach(delivery -> assertThat(destinations.takes(delivery)).isTrue());
        nanos.addAndGet(1);
        destinations.asksToSlow("one.example", LATER);
        for (int again = 0; again < 20; again++) {
            onTheirWay.forEach(destinations::accepts);
        }

        assertThat(held()).extracting(DestinationBrake::kind).containsExactly(Kind.SLOWED);
        onTheirWay.forEach(destinations::letsGo);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(490));
        assertThat(takes("one.example")).isFalse();
    }

    @Test
    void oneThatSaysThatItIsTooMuchGetsNothingForTenMinutesAndThenOneConnectionMoreAtATime() {
        destinations.asksForQuiet("gmail.com", TOO_MUCH);
        destinations.accepts(to("gmail.com")); // was on its way
        destinations.asksForQuiet("gmail.com", TOO_MUCH); // too

        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(takes("gmail.com")).isFalse();
        assertThat(destinations.nextBack()).contains(clock.instant().plusSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        for (int connections = 1; connections < CONNECTIONS; connections++) {
            assertThat(inHandAtOnce("gmail.com")).isEqualTo(connections);
            destinations.accepts(to("gmail.com"));
            assertThat(inHandAtOnce("gmail.com")).as("within the minute").isEqualTo(connections);
            clock.advance(Duration.ofMinutes(1));
            assertThat(inHandAtOnce("gmail.com")).as("without a sign").isEqualTo(connections);
            destinations.accepts(to("gmail.com"));
        }
        assertThat(inHandAtOnce("gmail.com")).isEqualTo(CONNECTIONS);
        assertThat(held()).isEmpty();
    }

    @Test
    void saidAgainOnTheWayBackItIsQuietAgain() {
        destinations.asksForQuiet("gmail.com", TOO_MUCH);
        clock.advance(Duration.ofMinutes(12));
        destinations.accepts(to("gmail.com"));
        assertThat(inHandAtOnce("gmail.com")).isEqualTo(2);

        destinations.asksForQuiet("gmail.com", TOO_MUCH);

        assertThat(takes("gmail.com")).isFalse();
        clock.advance(Duration.ofMinutes(10));
        assertThat(inHandAtOnce("gmail.com")).isEqualTo(1);
    }

    @Test
    void aRestartForgetsNeitherTheQuietNorTheWayBack() {
        destinations.asksForQuiet("gmail.com", TOO_MUCH);
        destinations.writeDown();
        assertThat(destinations().takes(to("gmail.com"))).isFalse();

        clock.advance(Duration.ofMinutes(12));
        Destinations restarted = destinations();
        assertThat(restarted.takes(to("gmail.com"))).isTrue();
        assertThat(restarted.takes(to("gmail.com"))).isFalse();

        destinations.accepts(to("gmail.com"));
        assertThat(held()).extracting(DestinationBrake::kind).containsExactly(Kind.FEW);
        Destinations again = destinations();
        assertThat(again.takes(to("gmail.com"))).isTrue();
        assertThat(again.takes(to("gmail.com"))).isFalse();
    }

    @Test
    void oneThatRefusesUsOnItsWayBackHasNotComeBackByThat() {
        destinations.asksForQuiet("gmail.com", TOO_MUCH);
        clock.advance(Duration.ofMinutes(12));
        destinations.accepts(to("gmail.com"));
        destinations.refusesUs("gmail.com", NO);
        destinations.writeDown();
        clock.advance(Destinations.ASIDE);

        Destinations restarted = destinations();

        assertThat(restarted.takes(to("gmail.com"))).isTrue();
        assertThat(restarted.takes(to("gmail.com"))).isFalse();
    }

    @Test
    void oneThatRefusesUsAndThenAsksForPatienceIsStillAsideAfterARestart() {
        destinations.refusesUs("one.example", NO);
        destinations.asksToSlow("one.example", LATER); // was on its way
        destinations.writeDown();

        clock.advance(Destinations.ASIDE.minusSeconds(1));
        assertThat(isAside(destinations(), "one.example")).isTrue();
    }

    @Test
    void oneThatRefusesUsAndThenSaysThatItIsTooMuchGetsFewOnceItIsBack() {
        destinations.refusesUs("gmail.com", NO);
        destinations.asksForQuiet("gmail.com", TOO_MUCH);

        clock.advance(Destinations.ASIDE.minusSeconds(1));
        assertThat(takes("gmail.com")).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(inHandAtOnce("gmail.com")).isEqualTo(1);
    }

    @Test
    void wordsThatWereErasedDoNotComeBackWithTheNextStep() {
        destinations.asksForQuiet("gmail.com", "421 4.7.28 Too much for ada.lovelace");
        destinations.writeDown();
        ledger.brakes.forgetWords("ada.lovelace");

        takesSome("gmail.com");

        assertThat(held())
                .extracting(DestinationBrake::kind, DestinationBrake::reply)
                .containsExactly(tuple(Kind.FEW, ""));
    }

    @Test
    void aSmallDomainThatWasErasedDoesNotComeBackUntilItSaysSomethingAgain() {
        destinations.asksForQuiet("one.example", TOO_MUCH);
        destinations.writeDown();
        ledger.brakes.forgetSmall("one.example");

        takesSome("one.example");
        assertThat(held()).isEmpty();

        destinations.asksForQuiet("one.example", TOO_MUCH);
        assertThat(held()).extracting(DestinationBrake::domain).containsExactly("one.example");
    }

    @Test
    void whatItSaidIsStillToldAfterTheNextStep() {
        destinations.asksForQuiet("gmail.com", TOO_MUCH);
        takesSome("gmail.com");
        assertThat(held()).extracting(DestinationBrake::reply).containsExactly(TOO_MUCH);

        clock.advance(Duration.ofMinutes(1));
        destinations.accepts(to("gmail.com"));

        assertThat(held()).extracting(DestinationBrake::reply).containsExactly(TOO_MUCH);
    }

    /** It is back from its quiet, with one connection more. */
    private void takesSome(String domain) {
        clock.advance(Destinations.QUIET.plusMinutes(2));
        assertThat(takes(domain)).isTrue();
        destinations.accepts(to(domain));
    }

    /** The database was away. */
    @Test
    void whatCouldNotBeWrittenIsWrittenTheNextTime() {
        destinations.refusesUs("one.example", NO);
        ledger.database.sql("alter table destination_brake rename to away").update();
        destinations.writeDown();
        ledger.database.sql("alter table away rename to destination_brake").update();

        assertThat(held()).extracting(DestinationBrake::domain).containsExactly("one.example");
    }

    @Test
    void oneThatRefusesUsForTheRateIsLeftAloneForHalfAnHourAndBeginsWithOneConnection() {
        destinations.refusesSoMuch("gmail.com", "550 5.7.28 rate limited");

        clock.advance(Destinations.ASIDE.minusSeconds(1));
        assertThat(takes("gmail.com")).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(inHandAtOnce("gmail.com")).isEqualTo(1);
    }

    @Test
    void domainsOfOneOperatorAreOneDestinationAndEachThatIsToldApartIsTold() {
        Destinations together =
                destinations(Map.of(), domain -> domain.equals("other.example") ? domain : "mx.example");
        together.asksForQuiet("one.example", TOO_MUCH);

        assertThat(together.isAside(to("one.example"))).isTrue();
        assertThat(together.isAside(to("two.example"))).isTrue();
        assertThat(together.isAside(small("three.example"))).isTrue();
        assertThat(together.isAside(to("other.example"))).isFalse();
        together.writeDown();
        assertThat(held())
                .extracting(DestinationBrake::domain, DestinationBrake::destination, DestinationBrake::reply)
                .containsExactlyInAnyOrder(tuple("one.example", MX, TOO_MUCH), tuple("two.example", MX, TOO_MUCH));

        Destinations withoutAnAnswer = destinations();
        assertThat(withoutAnAnswer.takes(to("two.example")))
                .as("after a restart")
                .isFalse();
    }

    @Test
    void itIsAskedWhoTakesTheMailOfLargeDomainsBeforeAnythingGoesThere() {
        List<String> asked = new ArrayList<>();
        Destinations hosted = destinations(Map.of(), domain -> {
            asked.add(domain);
            return domain;
        });

        hosted.hearsOf(List.of("one.example", "gmail.com", "two.example"));

        assertThat(asked).as("what is known needs no asking").containsExactly("one.example", "two.example");
    }

    /** It may have a rule of its own. */
    @Test
    void anOperatorsCustomerThatRefusesUsIsLeftAloneByItself() {
        Destinations hosted = destinations(Map.of(), domain -> "mx.example");
        hosted.refusesUs("one.example", NO);
        hosted.refusesUs("one.example", NO); // was on its way

        assertThat(isAside(hosted, "one.example")).isTrue();
        assertThat(hosted.takes(to("one.example"))).isFalse();
        assertThat(hosted.takes(to("two.example"))).isTrue();
        hosted.writeDown();
        assertThat(held())
                .extracting(DestinationBrake::domain, DestinationBrake::destination)
                .containsExactly(tuple("one.example", new DestinationName("one.example")));

        Destinations later = destinations(Map.of(), domain -> "mx.example");
        assertThat(isAside(later, "one.example")).as("after a restart").isTrue();
        assertThat(isAside(later, "two.example")).isFalse();
    }

    @Test
    void whereASecondCustomerRefusesUsItIsTheOperatorAndCountsOnce() {
        Destinations hosted = destinations(Map.of(), domain -> "mx.example");

        assertThat(hosted.refusesUs("one.example", NO)).isFalse();
        assertThat(hosted.refusesUs("two.example", NO)).isFalse();

        assertThat(isAside(hosted, "three.example")).isTrue();
        assertThat(hosted.refusesUs("three.example", NO)).as("was on its way").isFalse();
    }

    @Test
    void whatAnotherCustomerTakesSaysThatTheOperatorDoesNotRefuseUs() {
        Destinations hosted = destinations(Map.of(), domain -> "mx.example");
        hosted.refusesUs("one.example", NO);
        hosted.accepts(to("two.example"));
        hosted.refusesUs("three.example", NO);

        assertThat(isAside(hosted, "three.example")).isTrue();
        assertThat(isAside(hosted, "four.example")).isFalse();
    }

    /** The DNS has answered meanwhile. */
    @Test
    void whatIsInHandIsLetGoWhereItWasTaken() {
        List<String> operator = new ArrayList<>(List.of("one.example"));
        Destinations learning = destinations(
                Map.of("destinations[0].name", "mx.example", "destinations[0].connections", "1"),
                domain -> operator.get(0));
        Delivery before = to("one.example");
        assertThat(learning.takes(before)).isTrue();

        operator.set(0, "mx.example");
        Delivery after = to("one.example");
        assertThat(learning.takes(after)).isTrue();
        learning.letsGo(before);
        assertThat(learning.takes(to("one.example"))).isFalse();
        learning.letsGo(after);
        assertThat(learning.takes(to("one.example"))).isTrue();
    }

    @Test
    void settingsLimitConnectionsAndMessagesAMinute() {
        Destinations limited = destinations(
                Map.of(
                        "destinations[0].name", "google.com",
                        "destinations[0].connections", "2",
                        "destinations[1].name", "Slow.Example",
                        "destinations[1].per-minute", "60"),
                UnaryOperator.identity());

        assertThat(limited.takes(to("gmail.com"))).isTrue();
        assertThat(limited.takes(to("googlemail.com"))).isTrue();
        assertThat(limited.takes(to("gmail.com"))).isFalse();
        assertThat(limited.takes(to("slow.example"))).isTrue();
        assertThat(limited.takes(to("slow.example"))).isFalse();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(limited.takes(to("slow.example"))).isTrue();
    }

    @Test
    void aSettingForADomainHoldsWhoeverItsOperatorIs() {
        Destinations limited = destinations(
                Map.of("destinations[0].name", "slow.example", "destinations[0].connections", "1"),
                domain -> "mx.example");

        assertThat(limited.takes(to("slow.example"))).isTrue();
        assertThat(limited.takes(to("slow.example"))).isFalse();
        assertThat(limited.takes(to("other.example"))).isTrue();
    }

    @Test
    void oneThatMayHaveOneConnectionAloneIsBackWithTheFirstThatItTakes() {
        Destinations limited = destinations(
                Map.of("destinations[0].name", "one.example", "destinations[0].connections", "1"),
                UnaryOperator.identity());
        limited.asksForQuiet("one.example", TOO_MUCH);
        limited.accepts(to("one.example")); // was on its way
        assertThat(isAside(limited, "one.example")).isTrue();
        clock.advance(Destinations.QUIET);

        limited.accepts(to("one.example"));

        limited.writeDown();
        assertThat(held()).isEmpty();
    }

    /** Small ones that say nothing are many together; a large one must not stand for their sake. */
    @Test
    void whereManySayNothingSmallOnesGetOneEachAndALargeOneItsShare() {
        for (int reader = 0; reader < 8; reader++) {
            destinations.expects(reader("large.example"));
        }
        destinations.expects(reader("small.example"));
        destinations.expects(reader("little.example"));
        assertThat(takes("small.example")).isTrue();
        assertThat(takes("little.example")).isTrue();
        assertThat(takes("large.example")).isTrue();

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(3));

        assertThat(takes("small.example")).isFalse();
        assertThat(takes("large.example")).isTrue();
    }

    /** What one that says nothing holds is held for minutes, and the others are without it. */
    @Test
    void whoeverHasNotAnsweredInTimeHoldsItsShareOnce() {
        for (int reader = 0; reader < 3; reader++) {
            destinations.expects(reader("large.example"));
        }
        destinations.expects(reader("small.example"));
        Delivery first = to("small.example");

        assertThat(destinations.takes(first)).isTrue();
        assertThat(takes("small.example")).isFalse();

        destinations.letsGo(first);
        assertThat(inHandAtOnce("small.example")).isEqualTo(2);

        Delivery slow = to("small.example");
        assertThat(destinations.takes(slow)).isTrue();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(3));
        assertThat(takes("small.example")).isFalse();
        destinations.letsGo(slow);
        assertThat(inHandAtOnce("small.example")).isEqualTo(1);
    }

    private static Delivery.Reader reader(String domain) {
        return new Delivery.Reader("ada@" + domain, domain, Instant.EPOCH);
    }

    private int inHandAtOnce(String domain) {
        List<Delivery> taken = new ArrayList<>();
        for (Delivery next = to(domain); destinations.takes(next); next = to(domain)) {
            taken.add(next);
        }
        taken.forEach(destinations::letsGo);
        return taken.size();
    }

    private boolean takes(String domain) {
        return destinations.takes(to(domain));
    }

    private boolean isAside(Destinations destinations, String domain) {
        return destinations.isAside(small(domain));
    }

    private Delivery to(String domain) {
        return to(domain, 1);
    }

    /** To one that is not told apart from others. */
    private Delivery small(String domain) {
        return to(domain, 0);
    }

    private Delivery to(String domain, int destination) {
        return new Delivery(++subscribers, DeliveryState.WAITING, 0, 1, 1, destination, reader(domain), null);
    }

    private List<DestinationBrake> held() {
        destinations.writeDown();
        return ledger.brakes.of(LedgerUnderTest.EDITION, clock.instant());
    }

    private Destinations destinations() {
        return destinations(Map.of(), UnaryOperator.identity());
    }

    private Destinations destinations(Map<String, String> settings, UnaryOperator<String> operators) {
        return new Destinations(
                new DestinationTable(settings(settings), operators),
                ledger.brakes,
                LedgerUnderTest.EDITION,
                CONNECTIONS,
                clock,
                nanos::get);
    }
}
