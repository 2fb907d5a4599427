package com.newgroktimes.digest.stories.printed;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Tells the name of a section from a headline where only one of the two may be there. */
final class SectionName {

    private static final int LONGEST = 40;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SENTENCE_SIGNS = Pattern.compile("[.,:;?!…\"“”()\\[\\]–—\\d]|\\s-");
    private static final List<String> SMALL_WORDS = List.of("&", "and", "of", "the", "in", "und", "et", "y", "e", "de");

    private SectionName() {}

    /** Two words, or up to four that begin with capitals: {@code Science}, {@code Arts & Letters}, {@code US News}. */
    static boolean isLikely(String line, Masthead masthead) {
        if (masthead.isSection(line)) {
            return true;
        }
        if (line.length() > LONGEST || SENTENCE_SIGNS.matcher(line).find()) {
            return false;
        }
        List<String> words = words(line);
        return words.size() <= 2 || (words.size() <= 4 && words.stream().noneMatch(SectionName::isSmall));
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
