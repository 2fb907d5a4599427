package com.newgroktimes.digest.stories.printed;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Tells the name of a section from a headline where only one of the two may be there. */
final class SectionName {

    private static final int LONGEST = 40;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SENTENCE_SIGNS = Pattern.compile("[.,:;?!…\"“”()\\[\\]–—\\d]|\\s-");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[:;][\\s\\p{Z}]*");
    private static final Pattern INITIALS = Pattern.compile("(?<![\\p{L}.])(?:\\p{Lu}\\.){2,}");
    private static final List<String> SMALL_WORDS = List.of("&", "and", "of", "the", "in", "und", "et", "y", "e", "de");

    private SectionName() {}

    /** Two words, or up to four that begin with capitals: {@code Science}, {@code Arts & Letters}, {@code US News}. */
    static boolean isLikely(String line, Masthead masthead) {
        if (masthead.isSection(line)) {
            return true;
        }
        if (line.length() > LONGEST
                || SENTENCE_SIGNS
                        .matcher(INITIALS.matcher(line).replaceAll("U"))
                        .find()) {
            return false;
        }
        List<String> words = words(line);
        return words.size() <= 2 || (words.size() <= 4 && words.stream().noneMatch(SectionName::isSmall));
    }

    /** The same, above another line: one in two parts, as in {@code Opinion: Letters}, if that is no sentence about a picture. */
    static boolean isLikelyAbove(String next, String line, Masthead masthead) {
        return isLikely(line, masthead) || (isInTwoParts(line) && !next.endsWith("."));
    }

    private static boolean isInTwoParts(String line) {
        String[] parts = BETWEEN_PARTS.split(line, -1);
        return line.length() <= LONGEST
                && parts.length == 2
                && Arrays.stream(parts).allMatch(SectionName::isName);
    }

    private static boolean isName(String part) {
        List<String> words = words(part);
        return !SENTENCE_SIGNS.matcher(part).find()
                && !words.isEmpty()
                && words.size() <= 2
                && words.stream().noneMatch(word -> word.isEmpty() || isSmall(word));
    }

    /** Where nothing else is there to compare it with, a headline of few words is likelier than a long name. */
    static boolean isCertain(String line, Masthead masthead) {
        return isLikely(line, masthead) && words(line).size() <= 2;
    }

    private static List<String> words(String line) {
        return Arrays.stream(BLANKS.split(line))
                .filter(word -> !SMALL_WORDS.contains(word))
                .toList();
    }

    private static boolean isSmall(String word) {
        return Character.isLowerCase(word.codePointAt(0));
    }
}
