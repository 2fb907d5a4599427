package com.newgroktimes.digest.delivery.ledger;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

import com.newgroktimes.digest.delivery.DeliveryState;

/**
 * Deliveries, counted.
 *
 * @param counts every state has its entry
 */
public record Tally(Map<DeliveryState, Long> counts) {

    /** @param counts in the order of the states */
    static Tally of(long... counts) {
        Map<DeliveryState, Long> byState = new EnumMap<>(DeliveryState.class);
        for (DeliveryState state : DeliveryState.values()) {
            byState.put(state, counts[state.ordinal()]);
        }
        return new Tally(byState);
    }

    /** Every state, and nothing in any. */
    public static Tally none() {
        return of(new long[DeliveryState.values().length]);
    }

    public static Tally sum(Collection<Tally> tallies) {
        Tally sum = none();
        tallies.forEach(tally -> tally.counts.forEach((state, number) -> sum.counts.merge(state, number, Long::sum)));
        return sum;
    }

    public long of(DeliveryState... states) {
        long sum = 0;
        for (DeliveryState state : states) {
            sum += counts.getOrDefault(state, 0L);
        }
        return sum;
    }

    public long total() {
        return of(DeliveryState.values());
    }
}
