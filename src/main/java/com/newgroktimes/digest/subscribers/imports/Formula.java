package com.newgroktimes.digest.subscribers.imports;

/** Spreadsheets take a cell that begins like this for a formula, and would run it. An apostrophe before it makes it text. */
final class Formula {

    private static final char GUARD = '\'';
    private static final String BEGINNINGS = "=+-@'\t\r";

    private Formula() {}

    static String guarded(String cell) {
        return !cell.isEmpty() && begins(cell, 0) ? GUARD + cell : cell;
    }

    /** As it was before it was guarded. */
    static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == GUARD && begins(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean begins(String cell, int at) {
        return BEGINNINGS.indexOf(cell.charAt(at)) >= 0;
    }
}
