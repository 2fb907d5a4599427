package com.newgroktimes.digest.stories.feeds;

import java.util.regex.Pattern;

import org.jsoup.parser.Parser;

/** HTML whose signs were escaped once more than its format asks for, or that is said to be text: readers would see its tags. */
final class EscapedHtml {

    private static final String BLOCKS = "p|div|ul|ol|h[1-6]|blockquote|figure|table|section|article";
    private static final String WORDS = "|span|a|b|i|em|strong|img|br|li";

    private static final Pattern TAG = Pattern.compile("<[A-Za-z/!]");
    private static final Pattern ESCAPED = around(BLOCKS + WORDS, "&lt;", "&gt;");
    private static final Pattern AS_TEXT = around(BLOCKS, "<", ">");

    private EscapedHtml() {}

    /** Who writes of tags does not begin with one and end with another. */
    private static Pattern around(String names, String opens, String closes) {
        return Pattern.compile(
                "(?is)\\s*%1$s(?:%3$s)(?>(?:\\s.{0,400}?)?/?%2$s).*%1$s/?(?:%3$s)(?:\\s[^<>&]{0,100})?/?%2$s\\s*"
                        .formatted(opens, closes, names));
    }

    /** The same HTML, escaped no more than once. */
    static String once(String html) {
        return !TAG.matcher(html).find() && ESCAPED.matcher(html).matches()
                ? Parser.unescapeEntities(html, false)
                : html;
    }

    /** Whether what is said to be text was meant as HTML. */
    static boolean isMeant(String text) {
        return AS_TEXT.matcher(text).matches();
    }
}
