package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.ledger.Outstanding;
import com.newgroktimes.digest.delivery.ledger.RunTable;
import com.newgroktimes.digest.delivery.ledger.Tally;
import com.newgroktimes.digest.delivery.ledger.TotalTable;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.DatabaseTrouble;
import com.newgroktimes.digest.platform.Problem;

/** Says at an attempt's end what has become of the edition, by what the ledger says. */
@Component
final class Report {

    private static final Logger log = LoggerFactory.getLogger(Report.class);
    private static final Duration AT_LEAST = Duration.ofMinutes(1);

    private final Editions editions;
    private final Outstanding outstanding;
    private final Timetable timetable;
    private final TotalTable totals;
    private final RunTable runs;
    private final Ending ending;
    private final DatabaseTroubles troubles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Report(
            Editions editions,
            Outstanding outstanding,
            Timetable timetable,
            TotalTable totals,
            RunTable runs,
            Ending ending,
            DatabaseTroubles troubles,
            TransactionTemplate transaction,
            Clock clock) {
        this.editions = editions;
        this.outstanding = outstanding;
        this.timetable = timetable;
        this.totals = totals;
        this.runs = runs;
        this.ending = ending;
        this.troubles = troubles;
        this.transaction = transaction;
        this.clock = clock;
    }

    void outcome(Run run) {
        run.ends();
        if (!run.gate().mine()) {
            return; // cut short: the edition is still SENDING, and whoever has the lock next goes on
        }
        run.writer().close();
        int edition = run.edition();
        Tally tally = totals.recount(edition);
        EditionState state = editions.state(edition);
        if (isOver(edition) && !state.ended()) {
            ending.end(edition);
            return;
        }
        switch (state) {
            case SENDING -> conclude(run, tally);
            case PAUSING -> pause(edition);
            case STOPPED -> ending.tidy(edition);
            default -> log.info("Edition {} is {} after its attempt {}.", edition, state, run.attempt());
        }
    }

    private boolean isOver(int edition) {
        return runs.endsAt(edition).filter(at -> !at.isAfter(clock.instant())).isPresent();
    }

    private void conclude(Run run, Tally tally) {
        if (tally.of(DeliveryState.WAITING, DeliveryState.SENDING, DeliveryState.PUT_OFF) > 0) {
            tryAgain(run, tally);
        } else {
            ending.conclude(run.edition(), tally);
        }
    }

    private void tryAgain(Run run, Tally tally) {
        boolean wasResumed =
                run.gate().isKnownToBeShut(); // while it was about to pause, so that its senders have ended
        Instant soonest = clock.instant().plus(wasResumed ? Duration.ZERO : AT_LEAST);
        Instant at = isAnyLeftForNoReason(run) ? soonest : whenAnyMayGo(run, soonest);
        transaction.executeWithoutResult(status -> {
            move(run.edition(), EditionState.SENDING, EditionState.RETRYING, null);
            timetable.triesAgain(run.edition(), run.attempt(), at);
        });
        log.info(
                "Edition {}: {} put off, {} not tried yet. The next attempt is at {}.",
                run.edition(),
                tally.of(DeliveryState.PUT_OFF),
                tally.of(DeliveryState.WAITING),
                at);
    }

    /** Whether somebody whom nobody has tried waits for no destination to be back. */
    private boolean isAnyLeftForNoReason(Run run) {
        return outstanding.domainsWaiting(run.edition(), clock.instant()).stream()
                .anyMatch(domain -> domain.isEmpty()
                        || !run.destinations().isAside(run.destinations().nameOf(domain)));
    }

    private Instant whenAnyMayGo(Run run, Instant soonest) {
        return Stream.concat(
                        outstanding.nextDue(run.edition(), clock.instant()).stream(),
                        run.destinations().nextBack().stream())
                .min(Instant::compareTo)
                .filter(at -> at.isAfter(soonest))
                .orElse(soonest);
    }

    private void pause(int edition) {
        String reason = editions.head(edition).reason();
        move(edition, EditionState.PAUSING, EditionState.PAUSED, reason);
    }

    /** For an attempt whose job failed. A database that was away says nothing about the edition: it is taken up again by itself. */
    void failed(Run run, List<Throwable> failures) {
        run.ends();
        Throwable first = failures.get(0);
        log.error("Attempt {} of edition {} failed.", run.attempt(), run.edition(), first);
        if (!run.gate().mine()) {
            return;
        }
        DatabaseTrouble.behind(first).ifPresent(trouble -> troubles.met(run, trouble));
        if (failures.stream().noneMatch(DatabaseTrouble::isWorthAnotherTry)) {
            editions.move(
                    run.edition(),
                    EnumSet.of(EditionState.PREPARING, EditionState.SENDING, EditionState.PAUSING),
                    EditionState.FAILED,
                    "Attempt %d could not go on. %s Nobody is mailed twice when it goes on."
                            .formatted(
                                    run.attempt(),
                                    first instanceof Problem known
                                            ? known.detail()
                                            : "The log says why; mend that first."));
        }
    }

    private boolean move(int edition, EditionState from, EditionState to, @Nullable String reason) {
        return editions.move(edition, EnumSet.of(from), to, reason);
    }
}
