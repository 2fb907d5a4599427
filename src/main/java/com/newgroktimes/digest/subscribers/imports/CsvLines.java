package com.newgroktimes.digest.subscribers.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.platform.Problem;

/** Reads a file (RFC 4180) entry by entry. The first names the columns. */
final class CsvLines {

    private final LineCharacters characters;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Optional<Dialect> named;
    private @Nullable Header header;

    /** @param dialect empty: to be recognised by the first line */
    CsvLines(InputStream csv, Optional<Dialect> dialect) {
        this.named = dialect;
        characters = new LineCharacters(csv);
        try {
            parser = CSVParser.parse(characters, CSVFormat.RFC4180);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        records = parser.iterator();
    }

    /**
     * The next entry, blank lines aside; null at the end.
     *
     * @throws BrokenFile where the file cannot be read on
     */
    @Nullable
    CsvLine next() {
        Header columns = header();
        @Nullable Cells cells = nextCells();
        return cells == null ? null : new CsvLine(cells.line, cells.values, columns);
    }

    private Header header() {
        if (header == null) {
            @Nullable Cells names = nextCells();
            if (names == null) {
                throw UnreadableHeader.noEmail("The file is empty.", 1);
            }
            header = Header.of(names.line, names.values, named);
        }
        return header;
    }

    /** Columns that nothing is read from; none before the first line was read. */
    List<String> ignored() {
        return header == null ? List.of() : header.ignored();
    }

    /** Whose list it is; empty for one in our own columns. */
    Optional<Dialect> dialect() {
        return header == null ? named : header.dialect();
    }

    private record Cells(long line, List<String> values) {}

    private @Nullable Cells nextCells() {
        while (true) {
            characters.beginLine();
            long line = parser.getCurrentLineNumber() + 1;
            if (!hasNext(line)) {
                return null;
            }
            List<String> values = records.next().toList();
            if (values.size() > 1 || !values.get(0).isBlank()) {
                requireUtf8(line, values);
                return new Cells(line, values);
            }
        }
    }

    private boolean hasNext(long line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw broken(line, e);
        }
    }

    private static BrokenFile broken(long line, UncheckedIOException e) {
        if (e.getCause() instanceof CSVException || e.getCause() instanceof LineCharacters.LineTooLong) {
            return new BrokenFile(
                    line,
                    "The quotation marks do not fit",
                    "What begins in line %d cannot be read as CSV. Cells are apart by commas, not by semicolons. A cell that holds a comma, a line break or a quotation mark stands in quotation marks, and each one inside it is doubled."
                            .formatted(line));
        }
        return new BrokenFile(
                Problem.Kind.INVALID, line, "The file broke off", "The connection ended in line %d.".formatted(line));
    }

    private static void requireUtf8(long line, List<String> values) {
        for (String value : values) {
            if (value.indexOf(LineCharacters.NOT_UTF_8) >= 0) {
                throw new BrokenFile(
                        line,
                        "The file is not UTF-8",
                        "There are bytes in line %d that are not UTF-8. Save the file as CSV in UTF-8."
                                .formatted(line));
            }
        }
    }
}
