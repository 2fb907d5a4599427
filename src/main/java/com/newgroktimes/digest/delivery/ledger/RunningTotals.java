package com.newgroktimes.digest.delivery.ledger;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.ledger.TotalTable.Total;

/**
 * An edition's totals as its one writer changes them: counted once from the ledger, then moved by each change that was made. Only
 * where it is not known what was written are they counted again. Not for two threads.
 */
final class RunningTotals {

    private final int edition;
    private final int epoch;
    private final Map<Integer, long[]> counts = new HashMap<>();
    private final Set<Integer> moved = new HashSet<>();
    private boolean counted;

    RunningTotals(int edition, int epoch) {
        this.edition = edition;
        this.epoch = epoch;
    }

    /** What they say is not to be relied on any more. */
    void forget() {
        counted = false;
    }

    void begin(Connection connection) {
        if (!counted) {
            counts.clear();
            moved.clear();
            TotalTable table = table(connection);
            table.recount(edition);
            table.of(edition).forEach(total -> counts.put(total.destination(), numbers(total.tally())));
            counted = true;
        }
    }

    void move(Change change) {
        long[] states =
                counts.computeIfAbsent(change.domainNumber(), ignored -> new long[DeliveryState.values().length]);
        states[change.from().ordinal()]--;
        states[change.to().ordinal()]++;
        moved.add(change.domainNumber());
    }

    void keep(Connection connection) {
        if (counted && !moved.isEmpty()) {
            List<Total> totals = new ArrayList<>();
            counts.forEach((destination, numbers) -> {
                if (moved.contains(destination)) {
                    totals.add(new Total(destination, "", Tally.of(numbers)));
                }
            });
            table(connection).keep(edition, epoch, totals);
            moved.clear();
        }
    }

    private static TotalTable table(Connection connection) {
        return new TotalTable(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }

    private static long[] numbers(Tally tally) {
        long[] numbers = new long[DeliveryState.values().length];
        tally.counts().forEach((state, number) -> numbers[state.ordinal()] = number);
        return numbers;
    }
}
