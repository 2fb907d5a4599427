package com.newgroktimes.digest.stories;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** A TL;DR made from a story's own first sentences, for an editor to accept. */
final class ProposedTldr {

    private static final int MOST_WORDS = 45;

    /** Scripts without blanks between words would pass for one word. */
    private static final int MOST_CHARACTERS = 400;

    private static final Pattern MARK = Pattern.compile("\\s*\\[\\d+]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private ProposedTldr() {}

    /** Null where there is no body to take it from. */
    static @Nullable String of(@Nullable String bodyHtml, @Nullable String lang) {
        if (bodyHtml == null) {
            return null;
        }
        String text = Jsoup.parseBodyFragment(bodyHtml).text();
        String plain = MARK.matcher(text).replaceAll("").strip();
        return plain.isEmpty() ? null : firstSentences(plain, locale(lang));
    }

    private static Locale locale(@Nullable String lang) {
        return lang == null ? Locale.ROOT : Locale.forLanguageTag(lang);
    }

    private static String firstSentences(String text, Locale locale) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(locale);
        sentences.setText(text);
        int end = 0;
        int next = sentences.next();
        while (next != BreakIterator.DONE && fits(text.substring(0, next))) {
            end = next;
            next = sentences.next();
        }
        return end > 0 ? text.substring(0, end).strip() : beginning(text);
    }

    private static boolean fits(String text) {
        return text.length() <= MOST_CHARACTERS && BLANKS.split(text.strip()).length <= MOST_WORDS;
    }

    private static String beginning(String sentence) {
        String[] words = BLANKS.split(sentence, MOST_WORDS + 1);
        String cut = String.join(" ", java.util.Arrays.copyOf(words, Math.min(words.length, MOST_WORDS)));
        int end = Math.min(cut.length(), MOST_CHARACTERS);
        return cut.substring(0, Character.isHighSurrogate(cut.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
