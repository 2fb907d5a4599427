package com.newgroktimes.digest.subscribers.imports;

import java.util.List;
import java.util.Map;

/**
 * One entry of a file, which may run over several lines.
 *
 * @param number of the line in which it begins
 */
record CsvLine(long number, List<String> cells, Map<Column, Integer> places) {

    /** Without outer blanks; empty where the file says nothing. */
    String cell(Column column) {
        Integer place = places.get(column);
        return place == null ? "" : unguarded(cells.get(place)).strip();
    }

    /** Spreadsheets take what begins like this for a formula; an export guards it with an apostrophe, and here it goes again. */
    private static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@'\t\r".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
