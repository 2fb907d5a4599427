package com.newgroktimes.digest.stories.printed;

import java.util.List;
import java.util.regex.Pattern;

/** The lines of an article that say something, without the blanks around them: none that is empty or a rule. */
final class PrintedLines {

    /** Blanks are taken once, wherever they stand: looked for anew from each of them, a long line would take minutes. */
    private static final Pattern EDGES = Pattern.compile(
            "^[\\s\\p{Z}\\p{Cc}\\x{FEFF}\\x{200B}]++|(?<![\\s\\p{Z}\\p{Cc}\\x{FEFF}\\x{200B}])[\\s\\p{Z}\\p{Cc}\\x{FEFF}\\x{200B}]++$");

    private static final Pattern RULE = Pattern.compile("[-–—_*=~•·\\s]*");

    private PrintedLines() {}

    static List<String> of(String text) {
        return Pattern.compile("\\R")
                .splitAsStream(text)
                .map(line -> EDGES.matcher(line).replaceAll(""))
                .filter(line -> !RULE.matcher(line).matches())
                .toList();
    }
}
