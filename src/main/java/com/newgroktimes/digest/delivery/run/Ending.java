package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.ledger.DeliveryLedger;
import com.newgroktimes.digest.delivery.ledger.DeliveryLedger.Rest;
import com.newgroktimes.digest.delivery.ledger.DeliveryMeter;
import com.newgroktimes.digest.delivery.ledger.Epochs;
import com.newgroktimes.digest.delivery.ledger.RevisionTotals;
import com.newgroktimes.digest.delivery.ledger.RunTable;
import com.newgroktimes.digest.delivery.ledger.RunTable.Unended;
import com.newgroktimes.digest.delivery.ledger.Tally;
import com.newgroktimes.digest.delivery.ledger.TotalTable;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;

import static java.util.Objects.requireNonNull;

/** How an edition ends: because everyone has a final result, because its time is over, or because a person stopped it. */
@Component
final class Ending {

    private static final Logger log = LoggerFactory.getLogger(Ending.class);
    private static final long OLDER_ONES_END_WITHIN = TimeUnit.MINUTES.toNanos(1);
    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(200);
    private static final Set<EditionState> LIVE = EnumSet.of(
            EditionState.SENDING,
            EditionState.PAUSING,
            EditionState.PAUSED,
            EditionState.RETRYING,
            EditionState.FAILED);

    private final Epochs epochs;
    private final Editions editions;
    private final DeliveryLedger ledger;
    private final TotalTable totals;
    private final RevisionTotals revisions;
    private final RunTable runs;
    private final DeliveryMeter meter;
    private final DeliverySettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Ending(
            Epochs epochs,
            Editions editions,
            DeliveryLedger ledger,
            TotalTable totals,
            RevisionTotals revisions,
            RunTable runs,
            DeliveryMeter meter,
            DeliverySettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.epochs = epochs;
        this.editions = editions;
        this.ledger = ledger;
        this.totals = totals;
        this.revisions = revisions;
        this.runs = runs;
        this.meter = meter;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Those that nobody sends and that are to be brought to their end, on whatever node. */
    List<Integer> due() {
        return runs.unended().stream().filter(this::isDue).map(Unended::edition).toList();
    }

    boolean isDue(int edition) {
        return runs.unended().stream().anyMatch(run -> run.edition() == edition && isDue(run));
    }

    private boolean isDue(Unended run) {
        return run.isOver(clock.instant()) || editions.state(run.edition()).ended();
    }

    void of(int edition, RunLock lock) {
        epochs.raise(lock.connection(), edition);
        if (editions.state(edition).ended()) {
            tidy(edition);
        } else {
            end(edition);
        }
    }

    /**
     * One edition at a time: what is left of older ones is left out. Returns when that is settled, or after a little while.
     *
     * @param mayWait asked again and again
     */
    void ofOlderThan(int edition, BooleanSupplier mayWait) {
        runs.endOlderThan(edition, clock.instant());
        long until = System.nanoTime() + OLDER_ONES_END_WITHIN;
        while (mayWait.getAsBoolean() && olderOneIsUnderWay(edition) && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(A_MOMENT);
        }
    }

    private boolean olderOneIsUnderWay(int edition) {
        return runs.unended().stream().anyMatch(older -> older.edition() < edition && older.isOver(clock.instant()));
    }

    /** Its time is over: what was put off is given up, and what was never tried is left out. Under the run's lock. */
    void end(int edition) {
        Rest rest = transaction.execute(status -> {
            Rest given = ledger.giveUpTheRest(edition, clock.instant());
            conclude(edition, totals.recount(edition));
            return given;
        });
        meter.count(requireNonNull(rest));
    }

    /** Everyone has a final result. */
    void conclude(int edition, Tally tally) {
        EditionState end = isWorthALook(tally) ? EditionState.SENT_PROBLEMS : EditionState.SENT;
        transaction.executeWithoutResult(status -> {
            close(edition);
            if (editions.move(edition, LIVE, end, null)) {
                log.info("Edition {} is {}: {}.", edition, end, tally.counts());
            }
        });
    }

    private boolean isWorthALook(Tally tally) {
        long failed = tally.of(DeliveryState.REFUSED, DeliveryState.GAVE_UP);
        return tally.of(DeliveryState.UNKNOWN) > 0 || settings.problemsAbove().isExceededBy(failed, tally.total());
    }

    /** For one that a person stopped: whoever was not mailed stays WAITING. Under the run's lock. */
    void tidy(int edition) {
        transaction.executeWithoutResult(status -> {
            totals.recount(edition);
            close(edition);
        });
    }

    private void close(int edition) {
        revisions.keep(edition);
        ledger.close(edition);
        runs.ended(edition, clock.instant());
    }
}
