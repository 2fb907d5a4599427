package com.newgroktimes.digest.delivery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.DestinationBrakes;
import com.newgroktimes.digest.delivery.ledger.TotalTable;
import com.newgroktimes.digest.delivery.ledger.TotalTable.Place;
import com.newgroktimes.digest.subscribers.Subscribers;

/**
 * A domain of which an edition has erased readers alone is named in its totals no more: a count of one beside a small domain tells who
 * was there.
 */
@Component
class LastOfDomain {

    private static final int AT_ONCE = 500;

    private final TotalTable totals;
    private final DestinationBrakes brakes;
    private final Subscribers subscribers;
    private final Clock clock;

    LastOfDomain(TotalTable totals, DestinationBrakes brakes, Subscribers subscribers, Clock clock) {
        this.totals = totals;
        this.brakes = brakes;
        this.subscribers = subscribers;
        this.clock = clock;
    }

    /**
     * @param number of whoever is being erased
     * @return the tables that named it
     */
    List<String> forget(String domain, long number) {
        List<Long> numbers = subscribers.numbers(number);
        List<Place> alone = totals.named(domain).stream()
                .filter(place -> !hasOthers(place, domain, numbers))
                .toList();
        alone.forEach(place -> {
            totals.unname(place);
            brakes.forget(place.edition(), domain);
        });
        boolean wasNoted = brakes.forgetSmall(domain);
        return alone.isEmpty()
                ? wasNoted ? List.of("destination_brake") : List.of()
                : List.of("delivery_total", "destination_brake");
    }

    /** Of an edition whose ledger is dropped, it is not known any more who they were: anybody at that domain may be one. */
    private boolean hasOthers(Place place, String domain, List<Long> numbers) {
        List<Long> some = totals.readers(place, 0, AT_ONCE);
        if (some.isEmpty()) {
            return totals.hasReaders(domain, numbers, clock.instant());
        }
        while (!some.isEmpty()) {
            List<Long> others = new ArrayList<>(some);
            others.removeAll(numbers);
            if (!subscribers.addresses(others).isEmpty()) {
                return true;
            }
            some = totals.readers(place, some.get(some.size() - 1), AT_ONCE);
        }
        return false;
    }
}
