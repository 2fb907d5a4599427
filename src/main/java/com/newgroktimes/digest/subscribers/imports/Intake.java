package com.newgroktimes.digest.subscribers.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.subscribers.ImportReport;

/** One file on its way in. */
final class Intake {

    /** Small enough for the heap of a small machine, large enough that a commit costs nothing beside it. */
    private static final int BLOCK = 500;

    private final RowReader rows;
    private final Entries entries;
    private final Tally tally = new Tally();
    private final List<Row> block = new ArrayList<>(BLOCK);
    private List<String> ignoredColumns = List.of();
    private Optional<Dialect> dialect = Optional.empty();

    Intake(RowReader rows, Entries entries) {
        this.rows = rows;
        this.entries = entries;
    }

    /** @throws BrokenFile where it cannot be read on; what stands before that is taken */
    void take(CsvLines lines) {
        try {
            for (@Nullable CsvLine line = lines.next(); line != null; line = lines.next()) {
                take(line);
            }
        } catch (BrokenFile broken) {
            enterBlock();
            throw broken;
        } finally {
            ignoredColumns = lines.ignored();
            dialect = lines.dialect();
        }
        enterBlock();
    }

    private void take(CsvLine line) {
        try {
            block.add(rows.read(line));
        } catch (Unusable unusable) {
            tally.leaveOut(line.number(), unusable.reason());
        }
        if (block.size() == BLOCK) {
            enterBlock();
        }
    }

    private void enterBlock() {
        if (!block.isEmpty()) {
            tally.take(block, entries.take(block));
            block.clear();
        }
    }

    ImportReport report() {
        return tally.report(ignoredColumns, dialect);
    }
}
