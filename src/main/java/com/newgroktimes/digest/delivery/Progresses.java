package com.newgroktimes.digest.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.AnswerTable;
import com.newgroktimes.digest.delivery.ledger.Audience;
import com.newgroktimes.digest.delivery.ledger.Outstanding;
import com.newgroktimes.digest.delivery.ledger.RevisionTotals;
import com.newgroktimes.digest.delivery.ledger.RunTable;
import com.newgroktimes.digest.delivery.ledger.RunTable.SignOfLife;
import com.newgroktimes.digest.delivery.ledger.Tally;
import com.newgroktimes.digest.delivery.ledger.TotalTable;
import com.newgroktimes.digest.delivery.run.Timetable;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Revision;

/** How far editions have come. Every figure is the ledger's, as its writer has added it up; nothing is counted here. */
@Component
class Progresses {

    private final Audience audience;
    private final Editions editions;
    private final TotalTable totals;
    private final RevisionTotals revisions;
    private final Outstanding outstanding;
    private final RunTable runs;
    private final DestinationProgresses destinations;
    private final AnswerTable answers;
    private final Timetable timetable;
    private final Clock clock;

    Progresses(
            Audience audience,
            Editions editions,
            TotalTable totals,
            RevisionTotals revisions,
            Outstanding outstanding,
            RunTable runs,
            DestinationProgresses destinations,
            AnswerTable answers,
            Timetable timetable,
            Clock clock) {
        this.audience = audience;
        this.editions = editions;
        this.totals = totals;
        this.revisions = revisions;
        this.outstanding = outstanding;
        this.runs = runs;
        this.destinations = destinations;
        this.answers = answers;
        this.timetable = timetable;
        this.clock = clock;
    }

    Progress of(Edition edition) {
        return of(List.of(edition)).values().iterator().next();
    }

    /** By number. Those that are not frozen yet share an audience, which is counted once. */
    Map<Integer, Progress> of(Collection<Edition> editions) {
        Map<Boolean, List<Edition>> byFreeze =
                editions.stream().collect(Collectors.partitioningBy(edition -> edition.frozenAt() != null));
        Map<Integer, Progress> progresses = new HashMap<>();
        List<Edition> open = byFreeze.getOrDefault(false, List.of());
        if (!open.isEmpty()) {
            Progress none = new Progress(audience.size(), Tally.none().counts(), null, null, clock.instant());
            open.forEach(edition -> progresses.put(edition.number(), none));
        }
        List<Edition> frozen = byFreeze.getOrDefault(true, List.of());
        Map<Integer, Tally> tallies =
                totals.sums(frozen.stream().map(Edition::number).toList());
        frozen.forEach(edition ->
                progresses.put(edition.number(), of(edition, tallies.getOrDefault(edition.number(), Tally.none()))));
        return progresses;
    }

    private Progress of(Edition edition, Tally tally) {
        Optional<SignOfLife> sign =
                edition.state() == EditionState.SENDING ? runs.signOfLife(edition.number()) : Optional.empty();
        Integer perMinute = sign.map(SignOfLife::perMinute).orElse(null);
        return new Progress(
                tally.total(),
                tally.counts(),
                perMinute,
                secondsLeft(edition.number(), tally, perMinute),
                sign.map(SignOfLife::at).orElseGet(clock::instant));
    }

    /** By number. Where there is but one, its figures are the edition's own: the ledger need not be counted. */
    Map<Integer, List<RevisionProgress>> byRevision(Collection<Edition> many, Map<Integer, Progress> wholes) {
        Map<Integer, List<Revision>> made = editions.revisions(many);
        List<Edition> revised =
                many.stream().filter(edition -> edition.revision() > 1).toList();
        Map<Integer, Map<Integer, Tally>> tallies = revised.isEmpty()
                ? Map.of()
                : revisions.of(
                        revised.stream().map(Edition::number).toList(),
                        revised.stream()
                                .filter(edition -> edition.state().ended())
                                .map(Edition::number)
                                .toList());
        return many.stream()
                .collect(Collectors.toMap(
                        Edition::number,
                        edition -> byRevision(
                                edition,
                                Objects.requireNonNull(wholes.get(edition.number())),
                                Objects.requireNonNull(made.get(edition.number())),
                                tallies.getOrDefault(edition.number(), Map.of()))));
    }

    private static List<RevisionProgress> byRevision(
            Edition edition, Progress whole, List<Revision> made, Map<Integer, Tally> tallies) {
        if (edition.frozenAt() == null) {
            return List.of();
        }
        if (made.size() == 1) {
            return List.of(new RevisionProgress(made.get(0), whole.counts()));
        }
        return made.stream()
                .map(revision -> new RevisionProgress(
                        revision,
                        tallies.getOrDefault(revision.number(), Tally.none()).counts()))
                .toList();
    }

    Optional<Instant> nextAttempt(int edition) {
        return runs.attempt(edition).flatMap(attempt -> timetable.nextAttempt(edition, attempt));
    }

    long leftOutTooLate(int edition) {
        return answers.leftOutTooLate(edition);
    }

    Optional<Instant> nextTry(int edition) {
        return outstanding.nextDue(edition, clock.instant());
    }

    /** Without those that were put off: they wait for a time, not for their turn. */
    private @Nullable Long secondsLeft(int edition, Tally tally, @Nullable Integer perMinute) {
        if (perMinute == null) {
            return null;
        }
        if (perMinute == 0) {
            return destinations.areAllLeftHalted(edition) ? destinations.secondsLeft(edition) : null;
        }
        long atThisRate =
                tally.of(DeliveryState.WAITING, DeliveryState.SENDING) * TimeUnit.MINUTES.toSeconds(1) / perMinute;
        return Math.max(atThisRate, destinations.secondsLeft(edition));
    }
}
