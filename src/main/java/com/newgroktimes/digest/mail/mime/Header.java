package com.newgroktimes.digest.mail.mime;

import java.util.regex.Pattern;

/**
 * Writes header fields (RFC 5322 §2.2): folded where a blank is, in lines of 76 where that can be done, never over 998.
 * Whatever would end a line becomes a blank, so that no value can begin a field of its own.
 */
public final class Header {

    /** RFC 5322 asks for 78, RFC 2047 §2 for 76 where there is an encoded word. */
    private static final int AIM = 76;

    private static final int MAX_LINE = 998;
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029]+");
    private static final Pattern PLAIN = Pattern.compile("[ -~]*");
    private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+");

    private Header() {}

    /** A field whose value is in its final characters already. */
    public static String field(String name, String value) {
        var field = new StringBuilder(name).append(':');
        int column = field.length();
        for (String word : oneLine(value).split(" ")) {
            boolean continued = column > name.length() + 1;
            if (continued && !word.isEmpty() && column + 1 + word.length() > AIM) {
                field.append("\r\n");
                column = 0;
            }
            field.append(' ').append(word);
            column += 1 + word.length();
            if (column > MAX_LINE) {
                throw new IllegalArgumentException(
                        "The header " + name + " cannot be folded to lines of at most " + MAX_LINE + " characters.");
            }
        }
        return field.append("\r\n").toString();
    }

    /** A field of free text, such as a subject. */
    public static String textField(String name, String text) {
        String line = oneLine(text);
        return field(name, isPlain(line, AIM - 1) ? line : EncodedWords.encode(line, name.length() + 2));
    }

    /**
     * A name before an address or identifier in angle brackets, as From and List-Id have it.
     *
     * @param inBrackets in its final characters
     */
    public static String namedField(String name, String phrase, String inBrackets) {
        String line = oneLine(phrase);
        return field(name, (line.isEmpty() ? "" : phrase(line, name.length() + 2) + " ") + "<" + inBrackets + ">");
    }

    private static String phrase(String line, int taken) {
        if (!isPlain(line, AIM - taken - 2)) {
            return EncodedWords.encode(line, taken);
        }
        return ATOMS.matcher(line).matches()
                ? line
                : '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Whether it can stand and be folded as it is, and nobody will take a part of it for an encoded word. */
    private static boolean isPlain(String line, int room) {
        return PLAIN.matcher(line).matches()
                && !line.contains("=?")
                && !line.contains("  ")
                && longestWord(line) <= room;
    }

    private static String oneLine(String value) {
        return (isPrintable(value) ? value : CONTROLS.matcher(value).replaceAll(" ")).strip();
    }

    /** What nearly every value is: a message need not be searched for what it has not. */
    private static boolean isPrintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static int longestWord(String line) {
        int longest = 0;
        for (String word : line.split(" ")) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }
}
