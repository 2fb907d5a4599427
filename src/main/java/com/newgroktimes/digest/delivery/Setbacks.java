package com.newgroktimes.digest.delivery;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.SetbackTable;
import com.newgroktimes.digest.delivery.ledger.SetbackTable.Row;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.mail.Reason;
import com.newgroktimes.digest.subscribers.Subscribers;

/** Who did not get an edition, and why. */
@Component
class Setbacks {

    private final Editions editions;
    private final SetbackTable table;
    private final Subscribers subscribers;

    Setbacks(Editions editions, SetbackTable table, Subscribers subscribers) {
        this.editions = editions;
        this.table = table;
        this.subscribers = subscribers;
    }

    List<Setback.Count> counts(int edition) {
        editions.head(edition);
        return table.counts(edition);
    }

    List<Setback> list(int edition, Reason reason, @Nullable Integer destination, long after, int most) {
        editions.head(edition);
        return withAddresses(table.list(edition, reason, destination, after, most));
    }

    List<Setback> latest(int edition, int most) {
        return withAddresses(table.latest(edition, most));
    }

    private List<Setback> withAddresses(List<Row> rows) {
        Map<Long, String> addresses =
                subscribers.addresses(rows.stream().map(Row::subscriber).toList());
        return rows.stream()
                .map(row -> new Setback(
                        row.subscriber(),
                        addresses.get(row.subscriber()),
                        row.state(),
                        row.reason(),
                        row.code(),
                        row.reply(),
                        row.at()))
                .toList();
    }
}
