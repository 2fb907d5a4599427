package com.newgroktimes.digest.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DestinationProgress.Pace;
import com.newgroktimes.digest.delivery.ledger.Audience;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes.DestinationBrake;
import com.newgroktimes.digest.delivery.ledger.Outstanding;
import com.newgroktimes.digest.delivery.ledger.RevisionTotals;
import com.newgroktimes.digest.delivery.ledger.RunTable;
import com.newgroktimes.digest.delivery.ledger.RunTable.SignOfLife;
import com.newgroktimes.digest.delivery.ledger.Tally;
import com.newgroktimes.digest.delivery.ledger.TotalTable;
import com.newgroktimes.digest.delivery.ledger.TotalTable.Total;
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
    private final DestinationBrakes brakes;
    private final Clock clock;

    Progresses(
            Audience audience,
            Editions editions,
            TotalTable totals,
            RevisionTotals revisions,
            Outstanding outstanding,
            RunTable runs,
            DestinationBrakes brakes,
            Clock clock) {
        this.audience = audience;
        this.editions = editions;
        this.totals = totals;
        this.revisions = revisions;
        this.outstanding = outstanding;
        this.runs = runs;
        this.brakes = brakes;
        this.clock = clock;
    }

    Progress of(Edition edition) {
        Instant now = clock.instant();
        if (edition.frozenAt() == null) {
            return new Progress(audience.size(), Tally.none().counts(), null, null, now);
        }
        Tally tally =
                Tally.sum(totals.of(edition.number()).stream().map(Total::tally).toList());
        Optional<SignOfLife> sign = runs.signOfLife(edition.number());
        Integer perMinute = edition.state() == EditionState.SENDING
                ? sign.map(SignOfLife::perMinute).orElse(null)
                : null;
        Instant asOf = edition.state() == EditionState.SENDING
                ? sign.map(SignOfLife::at).orElse(now)
                : now;
        return new Progress(tally.total(), tally.counts(), perMinute, secondsLeft(tally, perMinute), asOf);
    }

    /** Where there is but one, its figures are the edition's own: the ledger need not be counted. */
    List<RevisionProgress> byRevision(Edition edition) {
        List<Revision> made = editions.revisions(edition);
        if (edition.frozenAt() == null) {
            return List.of();
        }
        if (made.size() == 1) {
            return List.of(new RevisionProgress(made.get(0), of(edition).counts()));
        }
        Map<Integer, Tally> tallies = revisions.of(edition.number());
        return made.stream()
                .map(revision -> new RevisionProgress(
                        revision,
                        tallies.getOrDefault(revision.number(), Tally.none()).counts()))
                .toList();
    }

    List<DestinationProgress> byDestination(int edition) {
        Map<String, DestinationBrake> held = brakes.of(edition, clock.instant()).stream()
                .collect(Collectors.toMap(DestinationBrake::domain, brake -> brake));
        return totals.byName(edition).stream()
                .filter(total -> total.tally().total() > 0)
                .map(total -> destination(total, held.get(total.domain())))
                .toList();
    }

    private static DestinationProgress destination(Total total, @Nullable DestinationBrake brake) {
        return brake == null
                ? new DestinationProgress(total.domain(), total.tally().counts(), Pace.FREE, null, null)
                : new DestinationProgress(
                        total.domain(),
                        total.tally().counts(),
                        brake.kind() == DestinationBrakes.Kind.ASIDE ? Pace.ASIDE : Pace.SLOWED,
                        brake.until(),
                        brake.reply());
    }

    Optional<Instant> nextTry(int edition) {
        return outstanding.nextDue(edition, clock.instant());
    }

    /** Without those that were put off: they wait for a time, not for their turn. */
    private static @Nullable Long secondsLeft(Tally tally, @Nullable Integer perMinute) {
        return perMinute == null || perMinute == 0
                ? null
                : tally.of(DeliveryState.WAITING, DeliveryState.SENDING) * TimeUnit.MINUTES.toSeconds(1) / perMinute;
    }
}
