package com.newgroktimes.digest.stories.feeds;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

import com.newgroktimes.digest.rendering.HtmlText;
import com.newgroktimes.digest.stories.documents.Boilerplate;

/**
 * The text of an entry and what it says in short, told apart: many feeds have one of them only, and not always where its name says.
 *
 * @param summary text
 */
record Wording(@Nullable String summary, @Nullable String bodyHtml) {

    /** Twice what is taken; more is not looked through, for whoever takes it refuses it by its length. */
    private static final int LONGEST = 1_000_000;

    private static final Pattern TAG = Pattern.compile("<[A-Za-z/!]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** What is longer says more than a summary does. */
    private static final int MOST_WORDS = 45;

    /**
     * Where what stands for a summary by name is often the whole text.
     *
     * @param content   HTML of the whole text
     * @param described HTML; it is the text as well where there is no other, and it is neither a sentence or two without tags nor cut
     */
    static Wording of(@Nullable String content, @Nullable String described) {
        return told(content, described, true);
    }

    /** Where a summary is one, unless it is longer than summaries are and there is no other text. */
    static Wording summarised(@Nullable String content, @Nullable String summary) {
        return told(content, summary, false);
    }

    private static Wording told(@Nullable String content, @Nullable String described, boolean tagsMakeAText) {
        if (isTooLong(content) || isTooLong(described)) {
            return new Wording(null, content != null ? content : described);
        }
        String body = content == null ? null : orNull(Boilerplate.without(EscapedHtml.once(content)));
        String html = described == null ? null : orNull(Boilerplate.without(EscapedHtml.once(described)));
        String summary = html == null ? null : orNull(Boilerplate.withoutLines(HtmlText.lines(html)));
        if (body == null && html != null && summary != null && isText(html, summary, tagsMakeAText)) {
            return new Wording(null, TAG.matcher(html).find() ? html : paragraphs(html));
        }
        return new Wording(body != null && HtmlText.lines(body).equals(summary) ? null : summary, body);
    }

    private static boolean isText(String html, String text, boolean tagsMakeAText) {
        return !Boilerplate.isCut(text)
                && ((tagsMakeAText && TAG.matcher(html).find()) || BLANKS.split(text).length > MOST_WORDS);
    }

    /** Plain text as HTML: blank lines end paragraphs, others break lines. */
    static String paragraphs(String text) {
        return Pattern.compile("\\R[ \\t]*\\R\\s*")
                .splitAsStream(text.strip())
                .filter(paragraph -> !paragraph.isBlank())
                .map(paragraph -> "<p>" + paragraph.strip().replaceAll("\\R", "<br>") + "</p>")
                .collect(Collectors.joining());
    }

    /** Text, as HTML. */
    static String escaped(String text) {
        return EscapedHtml.isMeant(text) ? text : paragraphs(HtmlUtils.htmlEscape(text, "UTF-8"));
    }

    private static boolean isTooLong(@Nullable String text) {
        return text != null && text.length() > LONGEST;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
