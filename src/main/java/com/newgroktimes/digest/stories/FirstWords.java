package com.newgroktimes.digest.stories;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The beginning of a text as a headline for it. */
final class FirstWords {

    private static final int MOST_CHARACTERS = 100;
    /** What is shorter ends in an abbreviation, such as <q>Mr.</q>, or says too little. */
    private static final int LEAST_CHARACTERS = 8;

    private FirstWords() {}

    /** Its first sentence, or as much of that as a headline holds. Empty where there is no text. */
    static Optional<String> of(String text, @Nullable String lang) {
        String line = text.lines()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        if (line.isEmpty()) {
            return Optional.empty();
        }
        BreakIterator sentences =
                BreakIterator.getSentenceInstance(lang == null ? Locale.ROOT : Locale.forLanguageTag(lang));
        sentences.setText(line);
        int end = sentences.next();
        for (int next = end; next != BreakIterator.DONE && end < LEAST_CHARACTERS; next = sentences.next()) {
            end = next;
        }
        return Optional.of(cut(line.substring(0, end).strip()));
    }

    /** The text itself, if it is no longer than that. */
    static String within(int longest, String line) {
        return line.length() <= longest ? line : cut(line);
    }

    static String cut(String line) {
        if (line.length() <= MOST_CHARACTERS) {
            return line;
        }
        int blank = line.lastIndexOf(' ', MOST_CHARACTERS);
        int end = blank > MOST_CHARACTERS / 2 ? blank : MOST_CHARACTERS;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end)
                        .strip() + "…";
    }
}
