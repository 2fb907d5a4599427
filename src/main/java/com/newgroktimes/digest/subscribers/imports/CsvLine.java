package com.newgroktimes.digest.subscribers.imports;

import java.util.List;

/**
 * One entry of a file, which may run over several lines.
 *
 * @param number of the line in which it begins
 */
record CsvLine(long number, List<String> cells, Header header) {

    /** Without outer blanks; empty where the file says nothing. */
    String cell(Column column) {
        return header.cell(column, cells);
    }

    /** What the file calls the column in which that is said. */
    String name(Column column) {
        return header.name(column, cells);
    }

    /** As it stands in the file, for a message. */
    String typed(Column column) {
        return header.typed(column, cells);
    }
}
