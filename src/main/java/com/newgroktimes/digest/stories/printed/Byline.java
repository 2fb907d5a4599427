package com.newgroktimes.digest.stories.printed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Who wrote it, and where: {@code -- DAVID CHEN, Beijing}. Both are null where there is none. */
record Byline(@Nullable String name, @Nullable String place) {

    static final Byline NONE = new Byline(null, null);

    private static final Pattern LINE = Pattern.compile("(?:--|—)[-–—\\s\\p{Z}]*(.*)", Pattern.DOTALL);
    private static final Pattern FIRST_COMMA = Pattern.compile("(?<![\\s\\p{Z}])[\\s\\p{Z}]*+[,，、][\\s\\p{Z}]*+");

    /** The stop of {@code D.C.} ends no sentence. */
    private static final Pattern SENTENCE_END = Pattern.compile("(?:[!?…:;]|\\p{Ll}{2}\\.)$");

    private static final int LONGEST = 90;
    private static final int MOST_WORDS_IN_A_NAME = 6;

    /** Paragraphs may begin so, too; the last such line before the sources is the byline. */
    static boolean begins(String line) {
        return line.startsWith("--") || line.startsWith("—");
    }

    static Byline of(String line) {
        Matcher byline = LINE.matcher(line);
        if (!byline.matches()) {
            return NONE;
        }
        String[] parts = FIRST_COMMA.split(byline.group(1), 2);
        return new Byline(orNull(parts[0]), parts.length < 2 ? null : orNull(parts[1]));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Short, with capitals where a name and a place have them, and no sentence. */
    static boolean isLikely(String line) {
        Byline byline = of(line);
        if (byline.name() == null
                || line.length() > LONGEST
                || SENTENCE_END.matcher(line).find()) {
            return false;
        }
        String[] words = byline.name().split("[\\s\\p{Z}]+");
        return words.length <= MOST_WORDS_IN_A_NAME
                && isProper(words[0])
                && isProper(words[words.length - 1])
                && (byline.place() == null || isProper(byline.place()));
    }

    private static boolean isProper(String word) {
        return !Character.isLowerCase(word.codePointAt(0));
    }
}
