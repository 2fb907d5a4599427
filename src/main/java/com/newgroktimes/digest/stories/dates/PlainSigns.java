package com.newgroktimes.digest.stories.dates;

import java.text.Normalizer;
import java.util.regex.Pattern;

import org.jsoup.parser.Parser;

/** Digits of any script as those of ASCII, blanks as one, dashes as one kind; comments, in brackets, dropped (RFC 5322 §3.2.2). */
final class PlainSigns {

    private static final int LONGEST = 100;
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern MARKS = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\t\\n\\r]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—−]");

    private PlainSigns() {}

    static String of(String written) {
        if (written.length() > LONGEST) {
            return "";
        }
        StringBuilder signs = new StringBuilder();
        Normalizer.normalize(Parser.unescapeEntities(written, false).replace('"', ' '), Normalizer.Form.NFKC)
                .codePoints()
                .forEach(sign -> signs.appendCodePoint(
                        Character.isDigit(sign) ? Character.forDigit(Character.digit(sign, 10), 10) : sign));
        String text = DASHES.matcher(MARKS.matcher(signs).replaceAll("")).replaceAll("-");
        return BLANKS.matcher(COMMENT.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }
}
