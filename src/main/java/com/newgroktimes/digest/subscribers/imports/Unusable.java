package com.newgroktimes.digest.subscribers.imports;

/** Why one line of a file is left out. */
final class Unusable extends RuntimeException {

    private static final int SHOWN = 40;

    Unusable(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /** The start of what a cell holds, for a message. */
    static String shown(String cell) {
        return cell.codePointCount(0, cell.length()) <= SHOWN
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
