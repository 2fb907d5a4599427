package com.newgroktimes.digest.editions.digest;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Words of a story on one line. */
final class Headlines {

    private static final Pattern ENDED = Pattern.compile("[.!?…。！？؟]$");

    private Headlines() {}

    /** Without line breaks or doubled blanks; null where nothing is left. */
    static @Nullable String oneLine(@Nullable String typed) {
        String line = typed == null ? "" : line(typed);
        return line.isEmpty() ? null : line;
    }

    /** The same; empty where nothing is left. */
    static String line(String typed) {
        return typed.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
    }

    /** Cut at a word, with an ellipsis, where it is longer. */
    static String shorten(String line, int most) {
        if (length(line) <= most) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, most - 1));
        int space = cut.lastIndexOf(' ');
        String words = space > most * 3 / 4 ? cut.substring(0, space) : cut;
        return words.replaceAll("[\\s\\p{Punct}]+$", "") + "…";
    }

    /** One after the other, as a line of its own would: the first may be empty. */
    static String join(String first, String second) {
        if (first.isEmpty()) {
            return second;
        }
        return first + (ENDED.matcher(first).find() ? " " : "; ") + second;
    }

    static int length(String line) {
        return line.codePointCount(0, line.length());
    }
}
