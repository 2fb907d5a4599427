package com.newgroktimes.digest.editions;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A word, or several, that a newsroom wants looked at. Without capitals it is meant however it is written; what it should be is
 * never meant.
 *
 * @param right empty where that depends
 */
public record Misspelling(String wrong, String right) {

    private static final String NOT_INSIDE_A_WORD = "(?<![\\p{L}\\p{M}\\p{N}])";
    private static final String WORD_ENDS = "(?![\\p{L}\\p{M}\\p{N}])";

    /** How settings are read: {@code wrong=right}, or {@code wrong} alone. */
    public static Misspelling valueOf(String given) {
        String[] halves = given.split("=", -1);
        String wrong = oneLine(halves[0]);
        if (halves.length > 2
                || !Pattern.compile("[\\p{L}\\p{N}]").matcher(wrong).find()) {
            throw new IllegalArgumentException(
                    "\"%s\" names no word. Write wrong=right, or the wrong one alone.".formatted(given.strip()));
        }
        if (halves.length == 1) {
            return new Misspelling(wrong, "");
        }
        String right = oneLine(halves[1]);
        if (right.isEmpty() || right.equals(wrong)) {
            throw new IllegalArgumentException(
                    "\"%s\" does not say what is right instead. Write wrong=right, or the wrong one alone."
                            .formatted(given.strip()));
        }
        return new Misspelling(wrong, right);
    }

    /** As it stands in a text, the first time; empty where it does not. */
    public Optional<String> in(String text) {
        Matcher found = pattern().matcher(text);
        return Stream.iterate(found.find(), any -> any, any -> found.find())
                .flatMap(any -> Stream.ofNullable(found.group(1)))
                .findFirst();
    }

    /** What is right goes first, so that a wrong word within it is passed over. */
    private Pattern pattern() {
        String capitals = wrong.equals(wrong.toLowerCase(Locale.ROOT)) ? "(?iu:%s)" : "%s";
        String meant = "(" + capitals.formatted(spaced(wrong)) + ")";
        return Pattern.compile(
                NOT_INSIDE_A_WORD + (right.isEmpty() ? meant : "(?:" + spaced(right) + "|" + meant + ")") + WORD_ENDS);
    }

    private static String spaced(String words) {
        return Stream.of(words.split(" ")).map(Pattern::quote).reduce("", (a, b) -> a.isEmpty() ? b : a + "\\s+" + b);
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }
}
