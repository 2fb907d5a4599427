package com.newgroktimes.digest.delivery.ledger;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.Setback;
import com.newgroktimes.digest.delivery.ledger.DeliveryLedger.Rest;
import com.newgroktimes.digest.delivery.ledger.Settlement.Again;
import com.newgroktimes.digest.delivery.ledger.Settlement.Note;
import com.newgroktimes.digest.mail.Answer;
import com.newgroktimes.digest.mail.Outcome;
import com.newgroktimes.digest.mail.Reason;

import static com.newgroktimes.digest.delivery.DeliveryState.ACCEPTED;
import static com.newgroktimes.digest.delivery.DeliveryState.GAVE_UP;
import static com.newgroktimes.digest.delivery.DeliveryState.PUT_OFF;
import static com.newgroktimes.digest.delivery.DeliveryState.REFUSED;
import static com.newgroktimes.digest.delivery.DeliveryState.SENDING;
import static com.newgroktimes.digest.delivery.DeliveryState.SKIPPED;
import static com.newgroktimes.digest.delivery.DeliveryState.UNKNOWN;
import static com.newgroktimes.digest.delivery.DeliveryState.WAITING;
import static com.newgroktimes.digest.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class LedgerWriterTest {

    private static final Note TAKEN = new Note("2.0.0", "250 2.0.0 Ok: queued as 4F2");

    private final LedgerUnderTest ledger = new LedgerUnderTest();

    @Test
    void manySendersClaimEachDeliveryOnce() throws Exception {
        ledger.hasReaders(2_000);
        ledger.freezes();
        Queue<Delivery> asked = new ConcurrentLinkedQueue<>(twice(ledger.waiting()));
        Collection<Long> offered = new ConcurrentLinkedQueue<>();

        try (LedgerWriter writer = ledger.writer(ledger.raisesTheEpoch())) {
            bySenders(16, () -> {
                writer.enter();
                Settlement last = null;
                Delivery next;
                while ((next = asked.poll()) != null) {
                    Claim claim = writer.exchange(last, next);
                    last = claim == Claim.OURS ? offer(next, offered) : null;
                }
                assertThat(writer.exchange(last, null)).isEqualTo(Claim.NONE);
                writer.leave();
            });
        }

        assertThat(offered).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(ledger.count(ACCEPTED)).isEqualTo(2_000);
        assertThat(answers("2.0.0")).isEqualTo(2_000);
    }

    private static Settlement offer(Delivery delivery, Collection<Long> offered) {
        offered.add(delivery.subscriber());
        return Settlement.offered(delivery, ACCEPTED, TAKEN);
    }

    private static List<Delivery> twice(List<Delivery> deliveries) {
        return deliveries.stream()
                .flatMap(delivery -> IntStream.range(0, 2).mapToObj(time -> delivery))
                .collect(Collectors.toList());
    }

    private static void bySenders(int number, Runnable sending) throws Exception {
        var threads = Executors.newFixedThreadPool(number);
        try {
            for (var sender : threads.invokeAll(Collections.nCopies(number, Executors.callable(sending)))) {
                sender.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aClaimIsDurableBeforeItsSenderKnows() {
        ledger.hasReaders(1);
        ledger.freezes();

        try (LedgerWriter writer = ledger.writer(ledger.raisesTheEpoch())) {
            assertThat(writer.exchange(null, first())).isEqualTo(Claim.OURS);
            assertThat(ledger.count(SENDING)).isEqualTo(1);
        }
    }

    @Test
    void aReaderWhoLeftAfterTheFreezeIsNotClaimed() {
        ledger.hasReaders(2);
        ledger.freezes();
        Delivery delivery = first();
        ledger.leaves(delivery.subscriber());

        try (LedgerWriter writer = ledger.writer(ledger.raisesTheEpoch())) {
            assertThat(writer.exchange(null, delivery)).isEqualTo(Claim.REFUSED);
            writer.exchange(Settlement.skipped(delivery, new Note("LEFT", "They unsubscribed.")), null);
        }

        assertThat(ledger.count(SKIPPED)).isEqualTo(1);
        assertThat(ledger.count(WAITING)).isEqualTo(1);
        assertThat(answers("LEFT")).isEqualTo(1);
    }

    @Test
    void whoeverTakesTheRunOverFindsWhatWasInHandUnknownAndStopsTheOldWriter() {
        ledger.hasReaders(3);
        ledger.freezes();
        List<Delivery> deliveries = ledger.waiting();

        try (LedgerWriter old = ledger.writer(ledger.raisesTheEpoch())) {
            old.exchange(null, deliveries.get(0));
            int epoch = ledger.raisesTheEpoch();
            assertThat(ledger.count(UNKNOWN)).isEqualTo(1);
            assertThat(ledger.metered(UNKNOWN)).isEqualTo(1);

            assertThat(old.exchange(null, deliveries.get(1))).isEqualTo(Claim.REFUSED);
            assertThat(ledger.count(UNKNOWN)).isEqualTo(1);
            assertThat(ledger.count(WAITING)).isEqualTo(2);

            try (LedgerWriter mine = ledger.writer(epoch)) {
                assertThat(mine.exchange(null, deliveries.get(1))).isEqualTo(Claim.OURS);
            }
        }
        assertThat(answers("INTERRUPTED")).isEqualTo(1);
    }

    @Test
    void whatTheRelayTookIsKnownAlsoWhereItsAnswerCameAfterSomebodyElseHadTakenTheRunOver() {
        ledger.hasReaders(2);
        ledger.freezes();
        List<Delivery> deliveries = ledger.waiting();

        try (LedgerWriter old = ledger.writer(ledger.raisesTheEpoch())) {
            old.exchange(null, deliveries.get(0));
            ledger.raisesTheEpoch();

            old.exchange(Settlement.offered(deliveries.get(0), ACCEPTED, TAKEN), null);
        }

        assertThat(ledger.count(ACCEPTED)).isEqualTo(1);
        assertThat(ledger.count(UNKNOWN)).isZero();
        assertThat(ledger.totals.of(LedgerUnderTest.EDITION).get(0).tally().of(ACCEPTED))
                .isEqualTo(1);
    }

    @Test
    void aLateAnswerSaysNothingAboutALaterTry() {
        ledger.hasReaders(1);
        ledger.freezes();
        Delivery first = first();

        try (LedgerWriter old = ledger.writer(ledger.raisesTheEpoch())) {
            old.exchange(null, first);
            int epoch = ledger.raisesTheEpoch();
            ledger.ledger.offerAgain(LedgerUnderTest.EDITION, UNKNOWN, Instant.now());
            try (LedgerWriter mine = ledger.writer(epoch)) {
                mine.exchange(null, first());
                old.exchange(Settlement.offered(first, ACCEPTED, TAKEN), null);
                assertThat(ledger.count(SENDING)).isEqualTo(1);
            }
        }
    }

    @Test
    void theTotalsFollowEachChangeByDestination() {
        ledger.hasReaders(4);
        ledger.database
                .sql("update subscriber set address = 'eve@other.example' where id = 4")
                .update();
        ledger.freezes();
        List<Delivery> deliveries = ledger.waiting();

        try (LedgerWriter writer = ledger.writer(ledger.raisesTheEpoch())) {
            writer.exchange(null, deliveries.get(3));
            writer.exchange(Settlement.offered(deliveries.get(3), ACCEPTED, TAKEN), deliveries.get(0));
            eventually("the totals are kept", () -> total("other.example", ACCEPTED) == 1);
            assertThat(total("example.org", SENDING)).isEqualTo(1);
            assertThat(total("example.org", WAITING)).isEqualTo(2);
            assertThat(ledger.runs.signOfLife(LedgerUnderTest.EDITION)).isPresent();
        }
    }

    private long total(String domain, DeliveryState state) {
        return ledger.totals.of(LedgerUnderTest.EDITION).stream()
                .filter(total -> total.domain().equals(domain))
                .mapToLong(total -> total.tally().of(state))
                .sum();
    }

    @Test
    void whateverItsWriterMeetsNobodyWaitsForEver() {
        ledger.hasReaders(1);
        ledger.freezes();
        try (LedgerWriter writer = new LedgerWriter(
                ledger.connections,
                LedgerUnderTest.EDITION,
                ledger.raisesTheEpoch(),
                Clock.systemUTC(),
                ledger.meter,
                () -> {
                    throw new IllegalStateException("of no use");
                })) {

            assertThatThrownBy(() -> writer.exchange(null, ledger.waiting().get(0)))
                    .isInstanceOf(LedgerLost.class);
        }
    }

    @Test
    void nothingIsClaimedWhileTheRunMayNotAndOutcomesAreStillWritten() {
        ledger.hasReaders(2);
        ledger.freezes();
        List<Delivery> deliveries = ledger.waiting();
        AtomicBoolean mayClaim = new AtomicBoolean(true);

        try (LedgerWriter writer = new LedgerWriter(
                ledger.connections,
                LedgerUnderTest.EDITION,
                ledger.raisesTheEpoch(),
                Clock.systemUTC(),
                ledger.meter,
                mayClaim::get)) {
            writer.exchange(null, deliveries.get(0));
            mayClaim.set(false);
            Claim second = writer.exchange(Settlement.offered(deliveries.get(0), ACCEPTED, TAKEN), deliveries.get(1));
            assertThat(second).isEqualTo(Claim.CLOSED);
        }

        assertThat(ledger.count(ACCEPTED)).isEqualTo(1);
        assertThat(ledger.count(WAITING)).isEqualTo(1);
    }

    @Test
    void whatIsPutOffComesBackWhenItIsDue() {
        ledger.hasReaders(1);
        ledger.freezes();
        Instant firstTried = Instant.parse("2026-11-30T07:00:00Z");
        Instant due = Instant.parse("2026-11-30T07:30:00Z");
        Note busy = new Note("4.2.1", "450 4.2.1 Too many messages");

        try (LedgerWriter writer = ledger.writer(ledger.raisesTheEpoch())) {
            Delivery delivery = first();
            writer.exchange(null, delivery);
            writer.exchange(Settlement.putOff(delivery, busy, new Again(firstTried, due)), null);
        }

        assertThat(ledger.count(PUT_OFF)).isEqualTo(1);
        assertThat(ledger.outstanding.nextDue(LedgerUnderTest.EDITION, firstTried))
                .contains(due);
        assertThat(ledger.outstanding.due(LedgerUnderTest.EDITION, due.minusSeconds(1), 0, 10))
                .isEmpty();
        assertThat(ledger.outstanding.due(LedgerUnderTest.EDITION, due, 0, 10))
                .singleElement()
                .satisfies(delivery -> {
                    assertThat(delivery.state()).isEqualTo(PUT_OFF);
                    assertThat(delivery.tries()).isEqualTo(1);
                    assertThat(delivery.firstTried()).isEqualTo(firstTried);
                });
    }

    @Test
    void oneThatCouldNotBeOfferedAgainWasNotPutOffOnceMore() {
        ledger.hasReaders(1);
        ledger.freezes();
        Note busy = new Note("4.2.1", "450 4.2.1 Too many messages");
        Instant due = Instant.parse("2026-11-30T07:30:00Z");

        try (LedgerWriter writer = ledger.writer(ledger.raisesTheEpoch())) {
            Delivery delivery = first();
            writer.exchange(null, delivery);
            writer.exchange(Settlement.putOff(delivery, busy, new Again(due.minusSeconds(60), due)), null);
            Delivery again =
                    ledger.outstanding.due(LedgerUnderTest.EDITION, due, 0, 10).get(0);
            writer.exchange(null, again);
            writer.exchange(Settlement.returned(again, null), null);
        }

        assertThat(ledger.count(PUT_OFF)).isEqualTo(1);
        assertThat(ledger.metered(PUT_OFF)).isEqualTo(1);
    }

    @Test
    void atTheEndWhoWasTriedIsGivenUpAndWhoWasNotIsTooLateAlsoIfPutOff() {
        ledger.hasReaders(3);
        ledger.freezes();
        Note away = new Note("", "None of the mail servers that are there takes it.");
        Instant later = Instant.parse("2026-11-30T07:30:00Z");

        try (LedgerWriter writer = ledger.writer(ledger.raisesTheEpoch())) {
            List<Delivery> deliveries = ledger.waiting();
            deliveries.subList(0, 2).forEach(delivery -> writer.exchange(null, delivery));
            writer.exchange(Settlement.putOff(deliveries.get(0), away, new Again(later, later)), null);
            writer.exchange(Settlement.putOffUntried(deliveries.get(1), away, new Again(later, later)), null);
        }

        assertThat(ledger.ledger.giveUpTheRest(LedgerUnderTest.EDITION, later)).isEqualTo(new Rest(1, 2));
        assertThat(ledger.count(GAVE_UP)).isEqualTo(1);
        assertThat(ledger.count(SKIPPED)).isEqualTo(2);
        assertThat(answers("TOO_LATE")).isEqualTo(2);
    }

    @Test
    void whatDidNotSucceedIsCountedByItsReason() {
        ledger.hasReaders(3);
        ledger.freezes();
        var full = new Answer(Outcome.REFUSED, "5.2.2", "552 5.2.2 mailbox full");
        Instant later = Instant.parse("2026-11-30T07:30:00Z");
        var setbacks = new SetbackTable(ledger.database);

        try (LedgerWriter writer = ledger.writer(ledger.raisesTheEpoch())) {
            List<Delivery> deliveries = ledger.waiting();
            deliveries.forEach(delivery -> writer.exchange(null, delivery));
            writer.exchange(Settlement.offered(deliveries.get(0), REFUSED, Note.of(full)), null);
            writer.exchange(
                    Settlement.putOff(deliveries.get(1), Note.of(full), new Again(later.minusSeconds(60), later)),
                    null);
            writer.exchange(Settlement.offered(deliveries.get(2), ACCEPTED, TAKEN), null);
        }

        assertThat(setbacks.counts(LedgerUnderTest.EDITION))
                .extracting(Setback.Count::reason, Setback.Count::domain, Setback.Count::state, Setback.Count::number)
                .containsExactly(
                        tuple(Reason.MAILBOX_FULL, "example.org", PUT_OFF, 1L),
                        tuple(Reason.MAILBOX_FULL, "example.org", REFUSED, 1L));
        assertThat(setbacks.list(LedgerUnderTest.EDITION, Reason.MAILBOX_FULL, null, 0, 1))
                .extracting(SetbackTable.Row::subscriber, SetbackTable.Row::reply)
                .containsExactly(tuple(1L, "552 5.2.2 mailbox full"));
        assertThat(setbacks.list(LedgerUnderTest.EDITION, Reason.MAILBOX_FULL, 1, 1, 9))
                .extracting(SetbackTable.Row::subscriber)
                .containsExactly(2L);
        assertThat(setbacks.latest(LedgerUnderTest.EDITION, 10))
                .extracting(SetbackTable.Row::subscriber)
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void aLostConnectionLosesNoOutcomeAndGivesTheClaimBack() throws SQLException {
        ledger.hasReaders(2);
        ledger.freezes();
        List<Delivery> deliveries = ledger.waiting();

        try (LedgerWriter writer = ledger.writer(ledger.raisesTheEpoch(), () -> 0)) {
            writer.exchange(null, deliveries.get(0));
            eventually("it leaves no other sign of life, which would notice it first", this::hasLeftASign);
            breakTheWritersConnection();
            Claim second = writer.exchange(Settlement.offered(deliveries.get(0), ACCEPTED, TAKEN), deliveries.get(1));
            assertThat(second).isEqualTo(Claim.LOST);
            assertThat(ledger.count(ACCEPTED)).isEqualTo(1);
            assertThat(ledger.count(WAITING)).isEqualTo(1);
            assertThat(writer.exchange(null, deliveries.get(1))).isEqualTo(Claim.OURS);
        }
    }

    private boolean hasLeftASign() {
        return ledger.runs.signOfLife(LedgerUnderTest.EDITION).isPresent();
    }

    private void breakTheWritersConnection() {
        ledger.database
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'digest ledger'"
                        + " and datname = current_database()")
                .query(Boolean.class)
                .list();
    }

    @Test
    void noUpdateOfALargeEditionMovesItsRowToAnIndex() {
        ledger.hasReaders(300);
        ledger.freezes();

        try (LedgerWriter writer = ledger.writer(ledger.raisesTheEpoch())) {
            Settlement last = null;
            for (Delivery delivery : ledger.waiting()) {
                writer.exchange(last, delivery);
                last = Settlement.offered(delivery, ACCEPTED, TAKEN);
            }
            writer.exchange(last, null);
        }

        eventually("each claim and each outcome is counted", () -> updates().all() == 600);
        assertThat(updates().inPlace()).isEqualTo(600);
    }

    private record Updates(long all, long inPlace) {}

    /** The server counts what a session did a moment after it has ended. */
    private Updates updates() {
        return ledger.database
                .sql("select n_tup_upd, n_tup_hot_upd from pg_stat_user_tables where relname = 'delivery_42'")
                .query((row, n) -> new Updates(row.getLong(1), row.getLong(2)))
                .single();
    }

    private Delivery first() {
        return Objects.requireNonNull(ledger.waiting().get(0));
    }

    private long answers(String code) {
        return ledger.database
                .sql("select count(*) from delivery_answer where code = :code")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    @Test
    void theNumbersByWhichStatesAreKeptNeverChange() {
        assertThat(DeliveryState.values())
                .containsExactly(
                        WAITING,
                        SENDING,
                        ACCEPTED,
                        PUT_OFF,
                        DeliveryState.REFUSED,
                        DeliveryState.GAVE_UP,
                        UNKNOWN,
                        SKIPPED);
    }
}
