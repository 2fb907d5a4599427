package com.newgroktimes.digest.subscribers.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.newgroktimes.digest.subscribers.ImportReport;
import com.newgroktimes.digest.subscribers.ImportReport.LeftOut;
import com.newgroktimes.digest.subscribers.ImportReport.Standings;

/** Counts what becomes of the lines. It lists the first of those left out, so that a file of nothing else fits into memory too. */
final class Tally {

    private static final int LISTED = 1_000;

    private final List<LeftOut> leftOut = new ArrayList<>();
    private long added;
    private long changed;
    private long unchanged;
    private long unproven;
    private long notListed;
    private Standings standings = Standings.NONE;

    void leaveOut(long line, String reason) {
        leaveOut(new LeftOut(line, reason));
    }

    void take(List<Row> block, Merge merge) {
        added += merge.countAdded();
        changed += merge.countChanged();
        unchanged += merge.countUnchanged();
        standings = standings.plus(merge.standings());
        unproven += block.stream().filter(Row::unproven).count();
        merge.leftOut().forEach(this::leaveOut);
    }

    private void leaveOut(LeftOut line) {
        if (leftOut.size() < LISTED) {
            leftOut.add(line);
        } else {
            notListed++;
        }
    }

    long leftOut() {
        return leftOut.size() + notListed;
    }

    ImportReport report(List<String> ignoredColumns, Optional<Dialect> dialect) {
        return new ImportReport(
                added + changed + unchanged + leftOut(),
                added,
                changed,
                unchanged,
                unproven,
                standings,
                leftOut.stream().sorted(Comparator.comparingLong(LeftOut::line)).toList(),
                notListed,
                ignoredColumns,
                null,
                dialect.map(Dialect::toString).orElse(null));
    }
}
