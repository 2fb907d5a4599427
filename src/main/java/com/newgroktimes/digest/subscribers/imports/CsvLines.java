package com.newgroktimes.digest.subscribers.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
    private @Nullable Map<Column, Integer> places;

    CsvLines(InputStream csv) {
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
        if (places == null) {
            places = places(nextCells());
        }
        @Nullable Cells cells = nextCells();
        return cells == null ? null : new CsvLine(cells.line, cells.values, places);
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
                    "What begins in line %d cannot be read as CSV. A cell that holds a comma, a line break or a quotation mark stands in quotation marks, and each one inside it is doubled."
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

    private static Map<Column, Integer> places(@Nullable Cells names) {
        if (names == null) {
            throw noEmail("The file is empty.", 1);
        }
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (String given : names.values) {
            String name = given.strip().toLowerCase(Locale.ROOT);
            Column column = Column.named(name).orElseThrow(() -> unknown(given, names.line));
            if (places.put(column, places.size()) != null) {
                throw new BrokenFile(
                        names.line,
                        "A column is named twice",
                        "Line %d names the column %s twice. Take one out.".formatted(names.line, name));
            }
        }
        if (!places.containsKey(Column.EMAIL)) {
            throw noEmail("Line %d names no column email.".formatted(names.line), names.line);
        }
        return places;
    }

    private static BrokenFile noEmail(String what, long line) {
        return new BrokenFile(
                line,
                "There is no column email",
                "%s The first line names the columns, with commas between them: email, and of these any: %s."
                        .formatted(what, Column.all()));
    }

    private static BrokenFile unknown(String given, long line) {
        return new BrokenFile(
                line,
                "An unknown column",
                "Line %d names the column \"%s\", which is not known here. The columns, with commas between them, are: %s. Rename it or take it out."
                        .formatted(line, Unusable.shown(given), Column.all()));
    }
}
