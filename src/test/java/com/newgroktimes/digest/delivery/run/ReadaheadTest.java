package com.newgroktimes.digest.delivery.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.LedgerUnderTest;
import com.newgroktimes.digest.delivery.ledger.LedgerWriter;
import com.newgroktimes.digest.delivery.ledger.Settlement;
import com.newgroktimes.digest.delivery.ledger.Settlement.Again;
import com.newgroktimes.digest.delivery.ledger.Settlement.Note;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.delivery.DeliveryState.PUT_OFF;
import static org.assertj.core.api.Assertions.assertThat;

class ReadaheadTest {

    private static final int CONNECTIONS = 16;

    private final LedgerUnderTest ledger = new LedgerUnderTest();
    private final SettableClock clock = new SettableClock();
    private final Destinations destinations = destinations(() -> 0); // a stall of ours would be taken for one of theirs

    @Test
    void handsOutEveryDeliveryOnceInKeyOrderAndThenIsExhausted() {
        ledger.hasReaders(2_500);
        ledger.freezes();
        Readahead readahead = readahead();

        List<Delivery> all = rest(readahead);

        assertThat(all)
                .extracting(Delivery::subscriber)
                .hasSize(2_500)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(readahead.isExhausted()).isTrue();
    }

    @Test
    void whatIsGivenBackComesAgain() {
        ledger.hasReaders(1);
        ledger.freezes();
        Readahead readahead = readahead();
        Delivery only = Objects.requireNonNull(next(readahead));

        readahead.again(only);

        assertThat(readahead.isExhausted()).isFalse();
        assertThat(rest(readahead)).containsExactly(only);
        assertThat(readahead.isExhausted()).isTrue();
    }

    @Test
    void passesOverADestinationThatIsPutAside() {
        ledger.hasReaders(3);
        ledger.database
                .sql("update subscriber set address = 'ada@slow.example' where id = 2")
                .update();
        ledger.freezes();
        destinations.refusesUs("slow.example", "550 5.7.1 Not you");

        assertThat(rest(readahead())).extracting(Delivery::subscriber).containsExactly(1L, 3L);
    }

    @Test
    void whatWaitsForACustomerThatIsPutAsideHoldsUpNoOtherOfItsOperator() {
        ledger.hasReaders(4);
        ledger.database
                .sql("update subscriber set address = 'reader' || id || '@no.example' where id in (1, 3)")
                .update();
        ledger.freezes();
        AtomicLong nanos = new AtomicLong();
        Destinations hosted = new Destinations(
                new DestinationTable(DestinationsTest.settings(Map.of()), domain -> "mx.example"),
                ledger.brakes,
                LedgerUnderTest.EDITION,
                CONNECTIONS,
                clock,
                nanos::get);
        hosted.asksToSlow("example.org", "421 4.7.0 Try again later");
        Readahead readahead = new Readahead(ledger.outstanding, LedgerUnderTest.EDITION, hosted, clock);
        assertThat(next(readahead)).isNull();

        hosted.refusesUs("no.example", "550 5.7.1 Not you");

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(rest(readahead)).extracting(Delivery::subscriber).containsExactly(2L);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(rest(readahead)).extracting(Delivery::subscriber).containsExactly(4L);
        assertThat(readahead.isExhausted()).isTrue();
    }

    @Test
    void keepsBackWhatGoesToASlowDestinationWhileOthersGoOn() {
        ledger.hasReaders(3);
        ledger.database
                .sql("update subscriber set address = 'reader' || id || '@slow.example' where id < 3")
                .update();
        ledger.freezes();
        AtomicLong nanos = new AtomicLong();
        Destinations slowing = destinations(nanos::get);
        slowing.asksToSlow("slow.example", "421 4.7.0 Try again later");
        Readahead readahead = new Readahead(ledger.outstanding, LedgerUnderTest.EDITION, slowing, clock);

        assertThat(rest(readahead)).extracting(Delivery::subscriber).containsExactly(3L);
        assertThat(readahead.isExhausted()).isFalse();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(rest(readahead)).extracting(Delivery::subscriber).containsExactly(1L);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(rest(readahead)).extracting(Delivery::subscriber).containsExactly(2L);
        assertThat(readahead.isExhausted()).isTrue();
    }

    /** So many that they are not all asked again for each message. */
    @ParameterizedTest
    @ValueSource(longs = {0, -1_000_000_000_000L})
    void eachOfManySlowDestinationsGetsItsOwnWhereverTheNanosBegin(long begin) {
        ledger.hasReaders(400);
        ledger.database
                .sql("update subscriber set address = 'reader' || id || '@slow-' || id % 200 || '.example'")
                .update();
        ledger.freezes();
        AtomicLong nanos = new AtomicLong(begin);
        Destinations slowing = destinations(nanos::get);
        for (int number = 0; number < 200; number++) {
            slowing.asksToSlow("slow-" + number + ".example", "450 4.7.1 Greylisted");
        }
        Readahead readahead = new Readahead(ledger.outstanding, LedgerUnderTest.EDITION, slowing, clock);
        assertThat(rest(readahead)).isEmpty();

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(rest(readahead))
                .extracting(Delivery::subscriber)
                .doesNotHaveDuplicates()
                .hasSize(200);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(rest(readahead)).hasSize(200);
        assertThat(readahead.isExhausted()).isTrue();
    }

    @Test
    void findsThoseAgainThatWereTooManyToBeKeptBack() {
        ledger.hasReaders(2_500);
        ledger.freezes();
        AtomicLong nanos = new AtomicLong();
        Destinations slowing = destinations(nanos::get);
        slowing.asksToSlow("example.org", "421 4.7.0 Try again later");
        Readahead readahead = new Readahead(ledger.outstanding, LedgerUnderTest.EDITION, slowing, clock);

        Set<Long> handedOut = new HashSet<>();
        while (!readahead.isExhausted()) {
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            Delivery next = next(readahead);
            if (next != null) {
                assertThat(handedOut.add(next.subscriber())).isTrue();
                accept(next);
                readahead.letGo(next);
            }
        }

        assertThat(handedOut).hasSize(2_500);
    }

    /** What waits for one that gets nothing must not keep from their turn those of another of whom as many wait. */
    @Test
    void oneOfTwoThatAreSlowGoesOnWhileTheOtherStands() {
        ledger.hasReaders(5_000);
        ledger.database
                .sql("update subscriber set address = 'reader' || id || '@stands.example' where id % 2 = 0")
                .update();
        ledger.freezes();
        AtomicLong nanos = new AtomicLong();
        Destinations slowing = destinations(nanos::get);
        slowing.asksToSlow("example.org", "421 4.7.0 Try again later");
        Readahead readahead = new Readahead(ledger.outstanding, LedgerUnderTest.EDITION, slowing, clock);

        List<Delivery> standing = new ArrayList<>();
        Set<Long> goingOn = new HashSet<>();
        for (int turn = 0; turn < 6_000 && goingOn.size() < 2_500; turn++) {
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            Delivery next = next(readahead);
            if (next != null && Objects.requireNonNull(next.reader()).domain().equals("stands.example")) {
                standing.add(next);
            } else if (next != null) {
                assertThat(goingOn.add(next.subscriber())).isTrue();
                accept(next);
                readahead.letGo(next);
            }
        }

        assertThat(goingOn).hasSize(2_500);
        assertThat(standing).doesNotHaveDuplicates().hasSizeLessThan(CONNECTIONS);
        assertThat(readahead.isExhausted()).isFalse();
    }

    private void accept(Delivery delivery) {
        ledger.database
                .sql("update delivery set state = 2 where subscriber = :id")
                .param("id", delivery.subscriber())
                .update();
    }

    /** Whoever has it may give it back, and somebody has to be there to take it. */
    @Test
    void isNotExhaustedWhileOneIsInHand() {
        ledger.hasReaders(1);
        ledger.freezes();
        Readahead readahead = readahead();
        Delivery taken = Objects.requireNonNull(next(readahead));
        assertThat(next(readahead)).isNull();
        assertThat(readahead.isExhausted()).isFalse();

        readahead.again(taken);

        assertThat(rest(readahead)).containsExactly(taken);
    }

    @Test
    void waitsForWhatIsDueWithinMinutesAndForNothingElse() {
        ledger.hasReaders(2);
        ledger.freezes();
        putOffUntil(1, clock.instant().plus(Duration.ofMinutes(4)));
        putOffUntil(2, clock.instant().plus(Duration.ofMinutes(40)));
        Readahead readahead = readahead();

        assertThat(rest(readahead)).isEmpty();
        assertThat(readahead.isExhausted()).isFalse();

        clock.advance(Duration.ofMinutes(4));
        assertThat(rest(readahead)).extracting(Delivery::state).containsExactly(PUT_OFF);
        settleFirst();
        assertThat(rest(readahead)).isEmpty();
        assertThat(readahead.isExhausted()).isTrue();
    }

    private void putOffUntil(long subscriber, Instant due) {
        try (LedgerWriter writer = ledger.writer(ledger.raisesTheEpoch())) {
            Delivery delivery = ledger.waiting().stream()
                    .filter(row -> row.subscriber() == subscriber)
                    .findFirst()
                    .orElseThrow();
            writer.exchange(null, delivery);
            writer.exchange(
                    Settlement.putOff(delivery, new Note("4.2.1", "450 4.2.1 Later"), new Again(clock.instant(), due)),
                    null);
        }
    }

    private void settleFirst() {
        ledger.database
                .sql("update delivery set state = 2 where subscriber = 1")
                .update();
    }

    /** The other connections stay with those whose mail server answers. */
    @Test
    void oneThatSaysNothingHoldsNoMoreThanItsShare() {
        ledger.hasReaders(2_000);
        ledger.database.sql("""
                        update subscriber set address = 'reader' || id || case when id % 20 = 0 then '@stalled.example'
                                                                              else '@list-' || id % 20 || '.example' end
                        """).update();
        ledger.freezes();
        AtomicLong nanos = new AtomicLong();
        Readahead readahead =
                new Readahead(ledger.outstanding, LedgerUnderTest.EDITION, destinations(nanos::get), clock);

        List<Delivery> stalled = new ArrayList<>();
        List<Delivery> served = new ArrayList<>();
        for (@Nullable Delivery next = next(readahead); next != null; next = next(readahead)) {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(2));
            if (isStalled(next)) {
                stalled.add(next);
            } else {
                served.add(next);
                readahead.letGo(next);
            }
        }

        assertThat(served).hasSize(1_900).doesNotHaveDuplicates();
        assertThat(stalled).hasSize(1);
        readahead.letGo(stalled.get(0));
        assertThat(next(readahead))
                .isNotNull()
                .satisfies(next -> assertThat(isStalled(next)).isTrue());
    }

    private static boolean isStalled(Delivery delivery) {
        return Objects.requireNonNull(delivery.reader()).domain().equals("stalled.example");
    }

    @Test
    void oneBesideWhichHardlyAnyWaitHasAllConnections() {
        ledger.hasReaders(2_500);
        ledger.database
                .sql("update subscriber set address = 'reader' || id || '@other.example' where id % 50 = 0")
                .update();
        ledger.freezes();
        Readahead readahead = readahead();

        int others = 0;
        List<Delivery> inHand = new ArrayList<>();
        while (inHand.size() < CONNECTIONS) {
            Delivery next = Objects.requireNonNull(next(readahead));
            if (Objects.requireNonNull(next.reader()).domain().equals("other.example")) {
                others++;
                readahead.letGo(next);
            } else {
                inHand.add(next);
            }
        }
        assertThat(others).as("first those of the other one").isPositive();
    }

    /** What came due elsewhere meanwhile does not wait until a slow one has taken all that is kept back for it. */
    @Test
    void whatIsDueElsewhereGoesWhileASlowOneHasSomethingKeptBack() {
        ledger.hasReaders(4);
        ledger.database
                .sql("update subscriber set address = 'reader' || id || '@slow.example' where id > 1")
                .update();
        ledger.freezes();
        putOffUntil(1, clock.instant().plus(Duration.ofMinutes(40)));
        AtomicLong nanos = new AtomicLong();
        Destinations slowing = destinations(nanos::get);
        slowing.asksToSlow("slow.example", "421 4.7.0 Try again later");
        Readahead readahead = new Readahead(ledger.outstanding, LedgerUnderTest.EDITION, slowing, clock);
        assertThat(rest(readahead)).isEmpty();

        clock.advance(Duration.ofMinutes(41));

        assertThat(rest(readahead)).extracting(Delivery::subscriber).containsExactly(1L);
        settleFirst();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(rest(readahead)).extracting(Delivery::subscriber).containsExactly(2L);
    }

    /** Its rest does not wait for the next attempt while the run goes on for others. */
    @Test
    void whatWasPutAsideGoesOnceItIsBack() {
        ledger.hasReaders(5);
        ledger.database
                .sql("update subscriber set address = 'reader' || id || '@quiet.example' where id < 3")
                .update();
        ledger.freezes();
        AtomicLong nanos = new AtomicLong();
        Destinations found = destinations(nanos::get);
        found.asksForQuiet("quiet.example", "421 4.7.28 Too much");
        found.asksToSlow("example.org", "421 4.7.0 Try again later");
        Readahead readahead = new Readahead(ledger.outstanding, LedgerUnderTest.EDITION, found, clock);
        assertThat(rest(readahead)).isEmpty();

        clock.advance(Destinations.QUIET);

        Delivery back = Objects.requireNonNull(next(readahead));
        assertThat(back.subscriber()).isEqualTo(1);
    }

    /** What is read again for the sake of one is not handed out twice. */
    @Test
    void whatIsKeptBackOfThosePutOffIsThereOnce() {
        ledger.hasReaders(2);
        ledger.freezes();
        putOffUntil(1, clock.instant().plus(Duration.ofMinutes(1)));
        putOffUntil(2, clock.instant().plus(Duration.ofMinutes(3)));
        AtomicLong nanos = new AtomicLong();
        Destinations slowing = destinations(nanos::get);
        slowing.asksToSlow("example.org", "421 4.7.0 Try again later");
        Readahead readahead = new Readahead(ledger.outstanding, LedgerUnderTest.EDITION, slowing, clock);
        for (int minute = 0; minute < 10; minute++) {
            assertThat(next(readahead)).isNull();
            clock.advance(Duration.ofMinutes(1));
        }

        List<Long> handedOut = new ArrayList<>();
        for (int turn = 0; turn < 5; turn++) {
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            rest(readahead).forEach(delivery -> handedOut.add(delivery.subscriber()));
        }
        assertThat(handedOut).startsWith(1L, 2L).hasSizeLessThanOrEqualTo(5);
        assertThat(handedOut.subList(0, 2)).doesNotHaveDuplicates();
    }

    /** More than there are senders, and more than are held for others. */
    @ParameterizedTest
    @ValueSource(ints = {40, 1_100})
    void whatOnlyAnotherRelayCanBringHoldsUpNobodyElse(int onlyByAnother) {
        ledger.hasReaders(2_200);
        ledger.freezes();
        Readahead readahead = readahead();

        Set<Long> brought = new HashSet<>();
        for (int turn = 0; turn < 6_000 && brought.size() < 2_200 - onlyByAnother; turn++) {
            Delivery next = Objects.requireNonNull(next(readahead));
            if (next.subscriber() <= onlyByAnother) {
                readahead.later(next);
            } else {
                assertThat(brought.add(next.subscriber())).isTrue();
                readahead.letGo(next);
            }
        }

        assertThat(brought).hasSize(2_200 - onlyByAnother);
        assertThat(readahead.isExhausted()).isFalse();
    }

    @Test
    void whatOnlyAnotherRelayCanBringTakesNobodysTurnBeforeThatOneAsks() {
        ledger.hasReaders(2);
        ledger.freezes();
        Readahead readahead = readahead();
        Delivery first = Objects.requireNonNull(next(readahead));
        Delivery second = Objects.requireNonNull(next(readahead));
        readahead.later(first);
        readahead.later(second);

        assertThat(readahead.next(delivery -> false)).isNull();
        assertThat(readahead.next(delivery -> delivery.subscriber() == second.subscriber()))
                .isEqualTo(second);
        assertThat(readahead.isExhausted()).isFalse();
        assertThat(next(readahead)).isEqualTo(first);
        assertThat(next(readahead)).isNull();
    }

    @Test
    void whatOnlyAnotherRelayCanBringIsLeftToALaterAttemptOnceItsDestinationIsAside() {
        ledger.hasReaders(2);
        ledger.freezes();
        Readahead readahead = readahead();
        readahead.later(Objects.requireNonNull(next(readahead)));

        Delivery other = Objects.requireNonNull(next(readahead));

        destinations.refusesUs("example.org", "550 5.7.1 blocked");
        assertThat(next(readahead)).isNull();
        readahead.later(other);

        assertThat(next(readahead)).isNull();
        assertThat(readahead.isExhausted()).isTrue();
    }

    private static @Nullable Delivery next(Readahead readahead) {
        return readahead.next(delivery -> true);
    }

    private Destinations destinations(LongSupplier nanos) {
        return new Destinations(
                DestinationsTest.table(), ledger.brakes, LedgerUnderTest.EDITION, CONNECTIONS, clock, nanos);
    }

    private Readahead readahead() {
        return new Readahead(ledger.outstanding, LedgerUnderTest.EDITION, destinations, clock);
    }

    private static List<Delivery> rest(Readahead readahead) {
        List<Delivery> all = new ArrayList<>();
        for (@Nullable Delivery next = next(readahead); next != null; next = next(readahead)) {
            all.add(next);
            readahead.letGo(next);
        }
        return all;
    }
}
