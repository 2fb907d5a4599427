package com.newgroktimes.digest.delivery.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
    private final Destinations destinations = destinations(System::nanoTime);

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
        Delivery only = rest(readahead).get(0);

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
            Delivery next = readahead.next();
            if (next != null) {
                assertThat(handedOut.add(next.subscriber())).isTrue();
                accept(next);
                readahead.letGo(next);
            }
        }

        assertThat(handedOut).hasSize(2_500);
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
        Delivery taken = Objects.requireNonNull(readahead.next());
        assertThat(readahead.next()).isNull();
        assertThat(readahead.isExhausted()).isFalse();

        readahead.again(taken);
        readahead.letGo(taken);

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
    void oneThatSaysNothingHoldsNoMoreThanTwiceItsShare() {
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
        for (@Nullable Delivery next = readahead.next(); next != null; next = readahead.next()) {
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(2));
            if (isStalled(next)) {
                stalled.add(next);
            } else {
                served.add(next);
                readahead.letGo(next);
            }
        }

        assertThat(served).hasSize(1_900).doesNotHaveDuplicates();
        assertThat(stalled).hasSize(2);
        readahead.letGo(stalled.get(0));
        assertThat(readahead.next())
                .isNotNull()
                .satisfies(next -> assertThat(isStalled(next)).isTrue());
    }

    private static boolean isStalled(Delivery delivery) {
        return Objects.requireNonNull(delivery.reader()).domain().equals("stalled.example");
    }

    /** A list whose first readers are all of one provider, as where it was imported sorted. */
    @Test
    void oneBesideWhichHardlyAnyWaitHasAllConnections() {
        ledger.hasReaders(2_500);
        ledger.database
                .sql("update subscriber set address = 'reader' || id || '@other.example' where id > 2400")
                .update();
        ledger.freezes();
        Readahead readahead = readahead();

        for (int connection = 0; connection < CONNECTIONS; connection++) {
            assertThat(readahead.next()).isNotNull();
        }
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
        for (@Nullable Delivery next = readahead.next(); next != null; next = readahead.next()) {
            all.add(next);
            readahead.letGo(next);
        }
        return all;
    }
}
