package com.newgroktimes.digest.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.AnswerTable;
import com.newgroktimes.digest.delivery.ledger.AnswerTable.Answered;
import com.newgroktimes.digest.delivery.ledger.DeliveryLedger;
import com.newgroktimes.digest.delivery.ledger.DeliveryLedger.Row;
import com.newgroktimes.digest.delivery.run.MessageIds;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.subscribers.Subscribers;

/** Lists who got an edition and who did not, with the server's answer. */
@Component
class Entries {

    private final Editions editions;
    private final DeliveryLedger ledger;
    private final AnswerTable answers;
    private final Subscribers subscribers;
    private final MessageIds messageIds;

    Entries(
            Editions editions,
            DeliveryLedger ledger,
            AnswerTable answers,
            Subscribers subscribers,
            MessageIds messageIds) {
        this.editions = editions;
        this.ledger = ledger;
        this.answers = answers;
        this.subscribers = subscribers;
        this.messageIds = messageIds;
    }

    List<DeliveryEntry> list(int edition, @Nullable DeliveryState state, long after, int most) {
        editions.head(edition);
        List<Row> rows = ledger.list(edition, state, after, most);
        List<Long> readers = rows.stream().map(Row::subscriber).toList();
        Map<Long, String> addresses = subscribers.addresses(readers);
        Map<Long, Answered> last = answers.last(edition, readers);
        Map<Integer, Map<Integer, Variant>> variants = rows.stream()
                .map(Row::revision)
                .distinct()
                .collect(Collectors.toMap(revision -> revision, revision -> editions.variants(edition, revision)));
        return rows.stream()
                .map(row -> entry(edition, row, addresses, last.get(row.subscriber()), variants))
                .toList();
    }

    private DeliveryEntry entry(
            int edition,
            Row row,
            Map<Long, String> addresses,
            @Nullable Answered last,
            Map<Integer, Map<Integer, Variant>> variants) {
        Instant at = last == null ? row.changedAt() : last.at();
        return new DeliveryEntry(
                row.subscriber(),
                addresses.get(row.subscriber()),
                row.state(),
                variants.getOrDefault(row.revision(), Map.of()).get(row.variant()),
                row.revision(),
                row.tries(),
                messageIds.of(edition, row.revision(), row.subscriber()),
                last == null ? null : last.note().code(),
                last == null ? null : last.note().reply(),
                at);
    }
}
