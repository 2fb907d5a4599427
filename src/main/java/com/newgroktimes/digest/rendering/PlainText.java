package com.newgroktimes.digest.rendering;

import java.util.stream.Collectors;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** The plain-text part of a mail as it is laid out: lines of at most 72 columns, broken at spaces. */
final class PlainText {

    static final int COLUMNS = 72;

    private PlainText() {}

    /** A longer word, such as a URL, stands on a line of its own, uncut. */
    static String wrap(String text) {
        return text.lines()
                        .map(PlainText::wrapLine)
                        .collect(Collectors.joining("\n"))
                        .strip() + "\n";
    }

    private static String wrapLine(String line) {
        var lines = new StringBuilder();
        int start = 0;
        for (String word : line.strip().split("[ \\t]+")) {
            if (start == lines.length()) {
                lines.append(word);
            } else if (fits(lines.substring(start), word)) {
                lines.append(' ').append(word);
            } else {
                start = lines.append('\n').length();
                lines.append(word);
            }
        }
        return lines.toString();
    }

    private static boolean fits(String line, String word) {
        // Mail programs take a line that is exactly "-- " for the start of a signature, and our bylines begin with it.
        return line.equals("--") || columns(line) + 1 + columns(word) <= COLUMNS;
    }

    private static int columns(String text) {
        return text.codePoints().map(PlainText::columns).sum();
    }

    /** Marks of direction and accents take no room; Chinese, Japanese and Korean signs take twice as much (UAX #11). */
    private static int columns(int sign) {
        int type = Character.getType(sign);
        if (type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        int width = UCharacter.getIntPropertyValue(sign, UProperty.EAST_ASIAN_WIDTH);
        return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH ? 2 : 1;
    }
}
