package com.newgroktimes.digest.subscribers.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

import com.newgroktimes.digest.subscribers.LegacyKeys;

/** Enters block by block, each in one transaction. */
final class LastingEntries implements Entries {

    private final EntryTable table;
    private final LegacyKeys legacy;
    private final ImportLog log;
    private final TransactionOperations transaction;
    private final long number;
    private final String origin;
    private final Instant now;

    LastingEntries(
            EntryTable table,
            LegacyKeys legacy,
            ImportLog log,
            TransactionOperations transaction,
            long number,
            String by,
            Instant now) {
        this.table = table;
        this.legacy = legacy;
        this.log = log;
        this.transaction = transaction;
        this.number = number;
        this.origin = "import %d by %s".formatted(number, by);
        this.now = now;
    }

    /** Where somebody signed up between the look and the act, the block begins again and finds them. */
    @Override
    public Merge take(List<Row> block) {
        Optional<Merge> entered = Optional.empty();
        while (entered.isEmpty()) {
            entered = transaction.execute(status -> enter(block, status));
        }
        return entered.get();
    }

    private Optional<Merge> enter(List<Row> block, TransactionStatus status) {
        table.awaitTurn(block);
        Merge merge = merge(block);
        if (table.add(merge.added(), origin, now) < merge.added().size()) {
            status.setRollbackOnly();
            return Optional.empty();
        }
        table.change(merge.changed(), origin, now);
        table.suppressTwins(merge.suppressed(), origin, now);
        legacy.keep(keys(block));
        table.erase(merge.erased(), origin);
        log.count(number, merge);
        return Optional.of(merge);
    }

    private static List<LegacyKeys.Key> keys(List<Row> block) {
        return block.stream()
                .flatMap(row -> row.legacyKeys().stream()
                        .map(key -> new LegacyKeys.Key(key, row.address().key())))
                .toList();
    }

    /** Locks nobody whom it leaves as they are: most, where a file is sent again. */
    private Merge merge(List<Row> block) {
        List<String> addresses = Merge.addresses(block);
        List<String> inLowerCase = Merge.lowerCase(addresses);
        Set<String> suppressed = table.suppressed(inLowerCase);
        Set<String> erased = table.erased(inLowerCase);
        Set<String> moved = table.moved(addresses);
        Merge merge = new Merge(block, table.find(addresses), suppressed, erased, moved);
        return merge.changed().isEmpty()
                ? merge
                : new Merge(block, table.hold(addresses, origin), suppressed, erased, moved);
    }
}
