package com.newgroktimes.digest.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.delivery.ledger.Audience;
import com.newgroktimes.digest.delivery.run.Timetable;
import com.newgroktimes.digest.editions.Check;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;

/** What Send says yes to: one content, for one number of people. */
@Component
class Approval {

    private static final Logger log = LoggerFactory.getLogger(Approval.class);
    private static final int SLACK = 50; // a fiftieth of the number, rounded down

    private final Editions editions;
    private final Audience audience;
    private final SendChecks checks;
    private final Timetable timetable;
    private final DeliverySettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Approval(
            Editions editions,
            Audience audience,
            SendChecks checks,
            Timetable timetable,
            DeliverySettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.editions = editions;
        this.audience = audience;
        this.checks = checks;
        this.timetable = timetable;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    void send(int number, long recipients, String contentHash, @Nullable Instant at, String by) {
        Edition edition = editions.get(number);
        refuseUnlessStill(edition);
        refuseOtherContent(edition, contentHash);
        refuseOtherNumber(edition, recipients);
        refuseWhatIsStopped(edition);
        if (at == null) {
            hold(edition, (int) recipients, by);
        } else {
            schedule(edition, (int) recipients, at, by);
        }
    }

    private static void refuseUnlessStill(Edition edition) {
        if (edition.state() != EditionState.READY && edition.state() != EditionState.DRAFT) {
            throw underWay(edition);
        }
    }

    private static Problem underWay(Edition edition) {
        return new Problem(
                        Kind.CONFLICT,
                        "Already under way or done",
                        "Edition %d is %s. It is sent once: nothing more was started."
                                .formatted(edition.number(), edition.state()))
                .with("state", edition.state().name());
    }

    private static void refuseOtherContent(Edition edition, String contentHash) {
        if (!edition.contentHash().equals(contentHash)) {
            throw new Problem(
                            Kind.CONFLICT,
                            "The content has changed",
                            "Edition %d is not what you looked at any more. Look at it again, then send. Nothing was sent."
                                    .formatted(edition.number()))
                    .with("contentHash", expectedAndActual(contentHash, edition.contentHash()));
        }
    }

    private void refuseOtherNumber(Edition edition, long recipients) {
        long now = audience.size();
        if (Math.abs(now - recipients) > recipients / SLACK) {
            throw new Problem(
                            Kind.CONFLICT,
                            "The number of recipients has changed",
                            "Edition %d would go to %d people now; you approved %d. Look again, then send. Nothing was sent."
                                    .formatted(edition.number(), now, recipients))
                    .with("recipients", expectedAndActual(recipients, now));
        }
    }

    private static Map<String, Object> expectedAndActual(Object expected, Object actual) {
        return Map.of("expected", expected, "actual", actual);
    }

    private void refuseWhatIsStopped(Edition edition) {
        List<Check> stopping = checks.stopping(edition);
        if (edition.state() != EditionState.READY || !stopping.isEmpty()) {
            throw new Problem(
                            Kind.UNPROCESSABLE,
                            "Stopped by checks",
                            "Edition %d cannot be sent as it is. Mend what stops it, then send."
                                    .formatted(edition.number()))
                    .with("checks", stopping.stream().map(Approval::told).toList());
        }
    }

    private static Map<String, String> told(Check check) {
        return Map.of("rule", check.rule(), "level", "stops", "message", check.message());
    }

    private void hold(Edition edition, int recipients, String by) {
        Instant leaves = toTheMillisecond(clock.instant().plus(settings.holding()));
        approve(edition, leaves, () -> editions.hold(edition.number(), edition.contentHash(), recipients, by, leaves));
        log.info(
                "Edition {} was approved by {} for {} people. It leaves at {}.",
                edition.number(),
                by,
                recipients,
                leaves);
    }

    private void schedule(Edition edition, int recipients, Instant at, String by) {
        Instant leaves = toTheMillisecond(at);
        if (!leaves.isAfter(clock.instant())) {
            throw new Problem(
                    Kind.UNPROCESSABLE,
                    "The time has passed",
                    "%s is not in the future. Give a later time, or none.".formatted(at));
        }
        approve(
                edition,
                leaves,
                () -> editions.schedule(edition.number(), edition.contentHash(), recipients, by, leaves));
        log.info(
                "Edition {} was approved by {} for {} people, to leave at {}.",
                edition.number(),
                by,
                recipients,
                leaves);
    }

    /** What the database can keep: the departure is compared with it later. */
    private static Instant toTheMillisecond(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }

    private void approve(Edition edition, Instant leaves, BooleanSupplier change) {
        boolean first = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean changed = change.getAsBoolean();
            if (changed) {
                timetable.leaves(edition.number(), leaves);
            }
            return changed;
        }));
        if (!first) {
            Edition found = editions.get(edition.number());
            refuseOtherContent(found, edition.contentHash());
            throw underWay(found);
        }
    }

    void takeBack(int number, String by) {
        Edition edition = editions.get(number);
        EnumSet<EditionState> held = EnumSet.of(EditionState.HOLDING, EditionState.SCHEDULED);
        if (!editions.move(number, held, EditionState.READY, null)) {
            throw new Problem(
                            Kind.CONFLICT,
                            "Too late to take back",
                            "Edition %d is %s. Only one that is held or scheduled can be taken back."
                                    .formatted(number, editions.state(edition.number())))
                    .with("state", editions.state(number).name());
        }
        log.info("Edition {} was taken back by {}.", number, by);
    }
}
