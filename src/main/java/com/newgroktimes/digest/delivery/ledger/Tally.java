package com.newgroktimes.digest.delivery.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

import com.newgroktimes.digest.delivery.DeliveryState;

/**
 * An edition's deliveries, counted.
 *
 * @param counts every state has its entry
 * @param lately how many were accepted since the moment that was asked for
 */
public record Tally(Map<DeliveryState, Long> counts, long lately) {

    static Tally read(ResultSet rows) throws SQLException {
        Map<DeliveryState, Long> counts = none();
        long lately = 0;
        while (rows.next()) {
            DeliveryState state = DeliveryState.values()[rows.getInt("state")];
            counts.put(state, rows.getLong("number"));
            if (state == DeliveryState.ACCEPTED) {
                lately = rows.getLong("lately");
            }
        }
        return new Tally(counts, lately);
    }

    /** Every state, and nothing in any. */
    public static Map<DeliveryState, Long> none() {
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        for (DeliveryState state : DeliveryState.values()) {
            counts.put(state, 0L);
        }
        return counts;
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
