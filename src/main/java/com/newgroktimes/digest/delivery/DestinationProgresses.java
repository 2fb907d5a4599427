package com.newgroktimes.digest.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DestinationProgress.Pace;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes;
import com.newgroktimes.digest.delivery.ledger.DestinationBrakes.DestinationBrake;
import com.newgroktimes.digest.delivery.ledger.DestinationName;
import com.newgroktimes.digest.delivery.ledger.TotalTable;
import com.newgroktimes.digest.delivery.ledger.TotalTable.Total;
import com.newgroktimes.digest.delivery.run.DestinationTable;

/** How far editions have come with each of their destinations, and what holds those back. */
@Component
class DestinationProgresses {

    private final TotalTable totals;
    private final DestinationBrakes brakes;
    private final DestinationTable destinations;
    private final Clock clock;

    DestinationProgresses(TotalTable totals, DestinationBrakes brakes, DestinationTable destinations, Clock clock) {
        this.totals = totals;
        this.brakes = brakes;
        this.destinations = destinations;
        this.clock = clock;
    }

    /** What holds for an operator holds for each domain whose mail it takes, whichever of them it was told. */
    List<DestinationProgress> of(int edition) {
        Instant now = clock.instant();
        return of(edition, brakes.of(edition, now), now);
    }

    private List<DestinationProgress> of(int edition, List<DestinationBrake> kept, Instant now) {
        Map<String, DestinationBrake> byDomain = new HashMap<>();
        Map<String, DestinationBrake> byOperator = new HashMap<>();
        kept.stream().filter(brake -> brake.until().isAfter(now)).forEach(brake -> {
            byDomain.put(brake.domain(), brake);
            byOperator.put(brake.destination().name(), brake);
        });
        return totals.byName(edition).stream()
                .filter(total -> total.tally().total() > 0)
                .map(total -> {
                    DestinationBrake own = byDomain.get(total.domain());
                    String operator = own == null
                            ? operator(total.domain())
                            : own.destination().name();
                    return progress(total, operator, byOperator.get(operator));
                })
                .toList();
    }

    private String operator(String domain) {
        return domain.isEmpty() ? domain : destinations.nameOf(domain).name();
    }

    private DestinationProgress progress(Total total, String operator, @Nullable DestinationBrake brake) {
        return new DestinationProgress(
                total.domain(),
                operator,
                total.tally().counts(),
                brake == null ? Pace.FREE : Pace.valueOf(brake.kind().name()),
                perMinute(operator),
                brake == null ? null : brake.until(),
                brake == null ? null : brake.reply());
    }

    private int perMinute(String operator) {
        return operator.isEmpty() ? 0 : destinations.perMinute(new DestinationName(operator));
    }

    /** The names of those that get nothing now, the small ones too. */
    List<String> halted(int edition) {
        Instant now = clock.instant();
        return brakes.of(edition, now).stream()
                .filter(brake -> brake.halts(now))
                .map(brake -> brake.destination().name())
                .distinct()
                .toList();
    }

    /** Whether whatever is still to be sent is for destinations that get nothing now. */
    boolean areAllLeftHalted(int edition) {
        List<DestinationProgress> left =
                of(edition).stream().filter(DestinationProgresses::isLeft).toList();
        return !left.isEmpty()
                && left.stream()
                        .allMatch(destination -> destination.pace() == Pace.ASIDE || destination.pace() == Pace.QUIET);
    }

    private static boolean isLeft(DestinationProgress destination) {
        Map<DeliveryState, Long> counts = destination.counts();
        return counts.getOrDefault(DeliveryState.WAITING, 0L) + counts.getOrDefault(DeliveryState.SENDING, 0L) > 0;
    }

    /**
     * At least until those that get nothing now get something again, and until each has had what waits for it at the pace that it may
     * have. 0 where nothing is known to hold any of them back.
     */
    long secondsLeft(int edition) {
        Instant now = clock.instant();
        List<DestinationBrake> kept = brakes.of(edition, now);
        if (kept.isEmpty() && !destinations.limitsAnyByTheMinute()) {
            return 0;
        }
        Map<String, Long> waiting = of(edition, kept, now).stream()
                .collect(Collectors.groupingBy(
                        DestinationProgress::operator,
                        Collectors.summingLong(
                                destination -> destination.counts().getOrDefault(DeliveryState.WAITING, 0L))));
        return Math.max(secondsHalted(kept, waiting, now), secondsOfTheSlowest(kept, waiting));
    }

    private static long secondsHalted(List<DestinationBrake> kept, Map<String, Long> waiting, Instant now) {
        return kept.stream()
                .filter(brake -> brake.halts(now))
                .filter(brake -> waiting.getOrDefault(brake.destination().name(), 0L) > 0)
                .mapToLong(brake -> Duration.between(now, brake.until()).toSeconds())
                .max()
                .orElse(0);
    }

    private long secondsOfTheSlowest(List<DestinationBrake> kept, Map<String, Long> waiting) {
        Map<String, Long> asked = new HashMap<>();
        kept.forEach(brake -> asked.merge(brake.destination().name(), millisAsked(brake), Math::max));
        return waiting.entrySet().stream()
                .mapToLong(each -> each.getValue()
                        * Math.max(asked.getOrDefault(each.getKey(), 0L), millisBySettings(each.getKey())))
                .map(TimeUnit.MILLISECONDS::toSeconds)
                .max()
                .orElse(0);
    }

    /** Between two messages; 0 where it has no tempo of its own. */
    private static long millisAsked(DestinationBrake brake) {
        return brake.interval() == null ? 0 : brake.interval().toMillis();
    }

    private long millisBySettings(String destination) {
        int perMinute = perMinute(destination);
        return perMinute == 0 ? 0 : TimeUnit.MINUTES.toMillis(1) / perMinute;
    }
}
