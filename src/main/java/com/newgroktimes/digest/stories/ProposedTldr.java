package com.newgroktimes.digest.stories;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.rendering.BoundedHtml;
import com.newgroktimes.digest.rendering.HtmlText;
import com.newgroktimes.digest.stories.documents.Boilerplate;

/** A TL;DR made from a story's own summary or first sentences, for an editor to accept. */
final class ProposedTldr {

    private static final int MOST_WORDS = 45;
    /** Scripts without blanks between words would pass for one word. */
    private static final int MOST_CHARACTERS = 400;

    private static final Pattern MARK = Pattern.compile("\\s*\\[\\d+]");
    /** A line that ends without a stop, and would run into the next one. */
    private static final Pattern UNENDED = Pattern.compile("([\\p{L}\\p{N}])[ \\t]*\\R+(?=\\p{Lu})");

    /** What stands before a summary, and says that it is one. */
    private static final Pattern LABEL = Pattern.compile("(?i)^TL\\s?[;:,]?\\s?DR\\b\\s*[:.–—-]?\\s*");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private ProposedTldr() {}

    /**
     * Null where there is nothing to take it from.
     *
     * @param summary text; one that was cut off in its first sentence goes after the body, which has that sentence whole
     */
    static @Nullable String of(@Nullable String summary, @Nullable String bodyHtml, @Nullable String lang) {
        Optional<String> inShort = Optional.ofNullable(summary).flatMap(text -> beginningOf(text, lang));
        if (inShort.filter(text -> !Boilerplate.isCut(text)).isPresent()) {
            return inShort.get();
        }
        return Stream.of(Optional.ofNullable(bodyHtml).flatMap(html -> beginningOf(prose(html), lang)), inShort)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** Without headings, captions and lists, which are no sentences, unless there is nothing else. */
    private static String prose(String html) {
        Document document = BoundedHtml.body(html, "");
        String all = HtmlText.lines(document.body());
        document.select("h1, h2, h3, h4, h5, h6, figure, figcaption, ul, ol, dl, table, pre")
                .remove();
        document.select("p:has(> code:only-child)").stream()
                .filter(p -> p.ownText().isBlank())
                .forEach(Element::remove);
        String prose = HtmlText.lines(document.body());
        return prose.isEmpty() ? all : prose;
    }

    private static Optional<String> beginningOf(String text, @Nullable String lang) {
        String told = MARK.matcher(Boilerplate.withoutBrackets(Boilerplate.withoutLines(text)))
                .replaceAll("")
                .strip();
        String lines = LABEL.matcher(told).replaceFirst("");
        String plain = BLANKS.matcher(UNENDED.matcher(lines).replaceAll("$1. "))
                .replaceAll(" ")
                .strip();
        return plain.isEmpty() ? Optional.empty() : Optional.of(firstSentences(plain, locale(lang)));
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
        String cut = String.join(" ", Arrays.copyOf(words, Math.min(words.length, MOST_WORDS)));
        int end = Math.min(cut.length(), MOST_CHARACTERS);
        return cut.substring(0, Character.isHighSurrogate(cut.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
