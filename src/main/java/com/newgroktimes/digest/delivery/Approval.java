package com.newgroktimes.digest.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.delivery.run.Timetable;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.StoriesUnderWay;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;

/** What Send says yes to: one content, for one number of people. */
@Component
class Approval {

    private static final Logger log = LoggerFactory.getLogger(Approval.class);

    private static final Set<EditionState> HELD = EnumSet.of(EditionState.HOLDING, EditionState.SCHEDULED);

    /** A date that is further ahead is a slip. */
    private static final Duration A_YEAR = Duration.ofDays(366);

    private final Editions editions;
    private final StoriesUnderWay underWay;
    private final Objections objections;
    private final Timetable timetable;
    private final DeliverySettings settings;
    private final TransactionTemplate transaction;
    private final Spoken spoken;
    private final Clock clock;

    Approval(
            Editions editions,
            StoriesUnderWay underWay,
            Objections objections,
            Timetable timetable,
            DeliverySettings settings,
            TransactionTemplate transaction,
            Spoken spoken,
            Clock clock) {
        this.editions = editions;
        this.underWay = underWay;
        this.objections = objections;
        this.timetable = timetable;
        this.settings = settings;
        this.transaction = transaction;
        this.spoken = spoken;
        this.clock = clock;
    }

    void send(int number, long recipients, String contentHash, @Nullable Instant at, String by) {
        objections.raise(editions.get(number), contentHash, recipients);
        List<String> late = underWay.await();
        Edition edition = editions.get(number);
        objections.raise(edition, contentHash, recipients);
        if (at == null) {
            hold(edition, (int) recipients, late, by);
        } else {
            schedule(edition, (int) recipients, late, at, by);
        }
    }

    private void hold(Edition edition, int recipients, List<String> late, String by) {
        Instant leaves = toTheMillisecond(clock.instant().plus(settings.holding()));
        approve(
                edition,
                leaves,
                late,
                () -> editions.hold(edition.number(), edition.contentHash(), recipients, by, leaves));
        log.info(
                "Edition {} was approved by {} for {}. It leaves at {}.",
                edition.number(),
                by,
                spoken.people(recipients),
                leaves);
    }

    private void schedule(Edition edition, int recipients, List<String> late, Instant at, String by) {
        if (at.isAfter(clock.instant().plus(A_YEAR))) {
            throw new Problem(
                            Kind.UNPROCESSABLE,
                            "The time is too far ahead",
                            "%s is more than a year ahead. Give a time within a year, or none.".formatted(at))
                    .inWords("too-far-ahead", at);
        }
        Instant leaves = toTheMillisecond(at);
        if (!leaves.isAfter(clock.instant())) {
            throw new Problem(
                            Kind.UNPROCESSABLE,
                            "The time has passed",
                            "%s is not in the future. Give a later time, or none.".formatted(at))
                    .inWords("time-passed", at);
        }
        approve(
                edition,
                leaves,
                late,
                () -> editions.schedule(edition.number(), edition.contentHash(), recipients, by, leaves));
        log.info(
                "Edition {} was approved by {} for {}, to leave at {}.",
                edition.number(),
                by,
                spoken.people(recipients),
                leaves);
    }

    /** What the database can keep: the departure is compared with it later. */
    private static Instant toTheMillisecond(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }

    private void approve(Edition edition, Instant leaves, List<String> late, BooleanSupplier change) {
        boolean first = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean changed = change.getAsBoolean();
            if (changed) {
                timetable.leaves(edition.number(), leaves);
                tell(edition.number(), late);
            }
            return changed;
        }));
        if (!first) {
            Edition found = editions.get(edition.number());
            Objections.toOtherContent(found, edition.contentHash());
            throw objections.underWay(found);
        }
    }

    /** With the approval itself: without a holding time the edition has left the next moment. */
    private void tell(int number, List<String> late) {
        if (late.isEmpty()) {
            return;
        }
        String sentence =
                "Approved while feeds were being asked that may have more to tell: %s. What they bring now goes into the next edition, unless this one is taken back."
                        .formatted(String.join(", ", late));
        editions.explain(number, HELD, sentence);
        log.warn("Edition {}: {}", number, sentence);
    }

    void takeBack(int number, String by) {
        Edition edition = editions.get(number);
        if (!editions.move(edition.number(), HELD, EditionState.READY, null)) {
            throw notHeld(number, editions.state(number));
        }
        log.info("Edition {} was taken back by {}.", number, by);
    }

    private Problem notHeld(int number, EditionState state) {
        return new Problem(
                        Kind.CONFLICT,
                        state.open() ? "Not sent yet" : "Too late to take back",
                        "Edition %d is %s. Only one that is held or scheduled can be taken back. Nothing was changed."
                                .formatted(number, spoken.state(state)))
                .inWords("not-held", number, state)
                .with("state", state.name());
    }
}
