package com.newgroktimes.digest.subscribers.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.subscribers.ImportReport.LeftOut;
import com.newgroktimes.digest.subscribers.ImportReport.Standings;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Suppression;

/** What the lines of one block come to, against what is here already. */
final class Merge {

    private final Map<String, Known> known;
    private final Set<String> suppressedSpellings;
    private final Set<String> erased;
    private final Set<String> moved;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final int lines;
    private final List<Entry> added;
    private final List<Entry> changed;

    /**
     * @param suppressedSpellings addresses that must not be written to, in lower case
     * @param erased              addresses whose readers had their data erased, in lower case
     * @param moved               addresses whose readers have another now
     */
    Merge(
            List<Row> block,
            Map<String, Known> known,
            Set<String> suppressedSpellings,
            Set<String> erased,
            Set<String> moved) {
        this.known = known;
        this.suppressedSpellings = new HashSet<>(suppressedSpellings);
        this.erased = new HashSet<>(erased);
        this.moved = moved;
        this.lines = block.size();
        block.forEach(this::take);
        this.added = entries.values().stream().filter(Entry::isNew).toList();
        this.changed = entries.values().stream().filter(Entry::isChanged).toList();
    }

    static List<String> addresses(List<Row> block) {
        return block.stream().map(row -> row.address().key()).distinct().toList();
    }

    static List<String> lowerCase(List<String> addresses) {
        return addresses.stream().map(Merge::lowerCase).toList();
    }

    static String lowerCase(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private void take(Row row) {
        String address = row.address().key();
        @Nullable Entry entry = entries.get(address);
        if (entry != null) {
            entry.take(row);
        } else if (!known.containsKey(address) && erased.contains(lowerCase(address))) {
            leftOut.add(
                    new LeftOut(
                            row.line(),
                            "Whoever had this address, or one that differs in upper and lower case alone, had their data erased. It comes back only by their own sign-up."));
            return;
        } else if (!known.containsKey(address) && moved.contains(address)) {
            leftOut.add(
                    new LeftOut(
                            row.line(),
                            "Whoever had this address has the digest at another now. It comes back only by their own sign-up."));
            return;
        } else if (isTwinOfSuppressed(row)) {
            leftOut.add(
                    new LeftOut(
                            row.line(),
                            "This address differs only in upper and lower case from one that must not be written to. If it is somebody else, let them sign up."));
            return;
        } else {
            entry = new Entry(row, known.get(address));
            entries.put(address, entry);
        }
        if (entry.standing().suppressed() != null) {
            suppressedSpellings.add(lowerCase(address));
        }
        if (entry.standing().suppressed() == Suppression.ERASED) {
            erased.add(lowerCase(address));
        }
    }

    /** Whoever has left is mailed nothing either, and is known to have left in whatever order the lines come. */
    private boolean isTwinOfSuppressed(Row row) {
        String address = row.address().key();
        return !known.containsKey(address)
                && row.standing().suppressed() == null
                && row.standing().state() != SubscriberState.UNSUBSCRIBED
                && suppressedSpellings.contains(lowerCase(address));
    }

    List<Entry> added() {
        return added;
    }

    List<Entry> changed() {
        return changed;
    }

    /** Those of both who must not be written to. */
    List<Entry> suppressed() {
        return Stream.concat(added.stream(), changed.stream())
                .filter(entry -> entry.standing().suppressed() != null)
                .toList();
    }

    /** Those of both who had their data erased elsewhere, and so are to be erased here. */
    List<Entry> erased() {
        return Stream.concat(added.stream(), changed.stream())
                .filter(entry -> entry.standing().suppressed() == Suppression.ERASED)
                .toList();
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Of those that count as added or changed, what they stand as now. Whom an earlier block counted is moved. */
    Standings standings() {
        Standings now = Stream.concat(added.stream(), changed.stream())
                .map(entry -> of(entry.standing()))
                .reduce(Standings.NONE, Standings::plus);
        return changed.stream()
                .filter(Entry::isCounted)
                .map(entry -> of(entry.before()))
                .reduce(now, Standings::minus);
    }

    private static Standings of(Standing standing) {
        return standing.suppressed() == null ? Standings.one(standing.state()) : Standings.SUPPRESSED;
    }

    long countAdded() {
        return added.size();
    }

    long countChanged() {
        return changed.stream().filter(entry -> !entry.isCounted()).count();
    }

    /** Twins within a file among them. */
    long countUnchanged() {
        return lines - leftOut.size() - countAdded() - countChanged();
    }
}
