package com.newgroktimes.digest.subscribers.imports;

import java.util.stream.Collectors;

/** What is wrong with the line that names the columns. */
final class UnreadableHeader {

    private UnreadableHeader() {}

    static BrokenFile noEmail(String what, long line) {
        return new BrokenFile(
                line,
                "There is no column email",
                "%s The first line names the columns, with commas between them: email, and of these any: %s."
                        .formatted(what, Column.all()));
    }

    static BrokenFile unknown(long line, String given) {
        return new BrokenFile(
                line,
                "An unknown column",
                "Line %d names the column \"%s\", which is not known here. The columns, with commas between them, are: %s. Rename it or take it out."
                        .formatted(line, Unusable.shown(given), Column.all()));
    }

    static BrokenFile semicolons(long line) {
        return new BrokenFile(
                line,
                "The cells are apart by semicolons",
                "Line %d names its columns with semicolons between them, as spreadsheets do in some languages. Save the list as CSV with commas."
                        .formatted(line));
    }

    static BrokenFile twice(long line, Column column) {
        return new BrokenFile(
                line,
                "A column is named twice",
                "Line %d names the column %s twice. Take one out.".formatted(line, column));
    }

    static BrokenFile anotherSystem(long line, ForeignList list) {
        return new BrokenFile(
                line,
                "Not a list of %s".formatted(list.system()),
                "Line %d does not name the columns by which a list of %s is known: %s. Send it as it was exported, or without the parameter profile."
                        .formatted(
                                line,
                                list.system(),
                                list.signs().stream().sorted().collect(Collectors.joining(", "))));
    }
}
