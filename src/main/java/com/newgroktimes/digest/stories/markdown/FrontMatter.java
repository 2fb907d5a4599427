package com.newgroktimes.digest.stories.markdown;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields that stand before a text, as YAML between two lines of {@code ---}, and the text.
 *
 * @param fields texts, and lists and maps of texts: {@code section: No} is the section "No"
 */
public record FrontMatter(Map<?, ?> fields, String text) {

    private static final Pattern FIRST_LINE = Pattern.compile("\\x{FEFF}?\\s*---[ \\t]*\\R");
    private static final Pattern LAST_LINE = Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)");

    /** @throws BrokenFrontMatter with line and reason */
    public static FrontMatter in(String document) {
        Matcher first = FIRST_LINE.matcher(document);
        if (!first.lookingAt()) {
            return new FrontMatter(Map.of(), document);
        }
        int linesAbove = (int) document.substring(0, first.end()).lines().count();
        Matcher last = LAST_LINE.matcher(document);
        if (!last.find(first.end())) {
            throw new BrokenFrontMatter(
                    linesAbove, "the front matter that begins here has no end; put a line of --- below it");
        }
        String yaml = document.substring(first.end(), last.start());
        return new FrontMatter(PlainYaml.map(yaml, linesAbove), document.substring(last.end()));
    }
}
