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

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.ledger.DeliveryLedger;
import com.newgroktimes.digest.delivery.ledger.Failures;
import com.newgroktimes.digest.delivery.ledger.Tally;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;

/** Says at an attempt's end what has become of the edition, by what the ledger says. */
@Component
final class Report {

    private static final Logger log = LoggerFactory.getLogger(Report.class);
    private static final Duration AT_LEAST = Duration.ofMinutes(1);

    private final Editions editions;
    private final DeliveryLedger ledger;
    private final Timetable timetable;
    private final DeliverySettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Report(
            Editions editions,
            DeliveryLedger ledger,
            Timetable timetable,
            DeliverySettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.editions = editions;
        this.ledger = ledger;
        this.timetable = timetable;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    void outcome(Run run) {
        if (!run.gate().mine()) {
            return; // cut short: the edition is still SENDING, and whoever has the lock next goes on
        }
        switch (editions.state(run.edition())) {
            case SENDING -> conclude(run);
            case PAUSING -> pause(run.edition());
            default -> log.info("Edition {} was stopped before its attempt {} ended.", run.edition(), run.attempt());
        }
    }

    private void conclude(Run run) {
        Tally tally = ledger.tally(run.edition(), clock.instant());
        if (tally.of(DeliveryState.WAITING, DeliveryState.SENDING, DeliveryState.PUT_OFF) > 0) {
            tryAgain(run, tally);
        } else {
            end(run.edition(), tally);
        }
    }

    private void tryAgain(Run run, Tally tally) {
        Instant at = nextAttempt(run);
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

    private Instant nextAttempt(Run run) {
        Instant soonest = clock.instant().plus(AT_LEAST);
        return Stream.concat(
                        ledger.nextDue(run.edition(), clock.instant()).stream(), run.destinations().nextBack().stream())
                .min(Instant::compareTo)
                .filter(at -> at.isAfter(soonest))
                .orElse(soonest);
    }

    private void end(int edition, Tally tally) {
        ledger.close(edition);
        boolean problems = tally.of(DeliveryState.UNKNOWN) > 0
                || settings.problemsAbove()
                        .isExceededBy(tally.of(DeliveryState.REFUSED, DeliveryState.GAVE_UP), tally.total());
        EditionState end = problems ? EditionState.SENT_PROBLEMS : EditionState.SENT;
        if (move(edition, EditionState.SENDING, end, null)) {
            log.info("Edition {} is {}: {}.", edition, end, tally.counts());
        }
    }

    private void pause(int edition) {
        String reason = editions.find(edition).map(Edition::reason).orElse(null);
        move(edition, EditionState.PAUSING, EditionState.PAUSED, reason);
    }

    /** For an attempt whose job failed. A database that was away says nothing about the edition: it is taken up again by itself. */
    void failed(Run run, List<Throwable> failures) {
        Throwable first = failures.get(0);
        log.error("Attempt {} of edition {} failed.", run.attempt(), run.edition(), first);
        if (run.gate().mine() && failures.stream().noneMatch(Failures::pass)) {
            editions.move(
                    run.edition(),
                    EnumSet.of(EditionState.PREPARING, EditionState.SENDING, EditionState.PAUSING),
                    EditionState.FAILED,
                    "Attempt %d could not go on. The log says why; mend that first. Nobody is mailed twice when it goes on."
                            .formatted(run.attempt()));
        }
    }

    private boolean move(int edition, EditionState from, EditionState to, @Nullable String reason) {
        return editions.move(edition, EnumSet.of(from), to, reason);
    }
}
