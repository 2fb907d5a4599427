package com.newgroktimes.digest.stories.pages;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page has and does not show: to nobody, or to those alone who have it read aloud. */
final class Hidden {

    private static final String BY_ITSELF = "[hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none],"
            + " [style~=(?i)visibility\\s*:\\s*hidden], .sr-only, .visually-hidden, .visuallyhidden, .screen-reader-text,"
            + " .hidden:not([class*=:]), .is-hidden, .d-none:not([class~=d-\\w+-]), noscript, template, dialog:not([open])";

    private static final int LONGEST_STYLE = 200_000;
    private static final int MOST_RULES = 200;
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE =
            Pattern.compile("([^{}]+)\\{[^{}]*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)[^{}]*}");

    /** Those that a rule may be about without a condition on the state of the page. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.#\\s>-]+");

    private final List<Element> elements;

    private Hidden(List<Element> elements) {
        this.elements = elements;
    }

    static Hidden in(Document page) {
        return new Hidden(Stream.concat(
                        page.select(BY_ITSELF).stream(),
                        page.select("style").stream().flatMap(style -> byStyle(page, style.data())))
                .filter(element -> !element.nameIs("html") && !element.nameIs("body"))
                .toList());
    }

    private static Stream<Element> byStyle(Document page, String style) {
        if (style.length() > LONGEST_STYLE) {
            return Stream.empty();
        }
        return RULE.matcher(unconditional(COMMENT.matcher(style).replaceAll("")))
                .results()
                .limit(MOST_RULES)
                .flatMap(rule -> Stream.of(rule.group(1).split(",")))
                .map(String::strip)
                .filter(selector ->
                        !selector.isEmpty() && PLAIN.matcher(selector).matches())
                .flatMap(selector -> selected(page, selector));
    }

    /** Without what holds on paper, on other screens, or within a movement. */
    private static String unconditional(String style) {
        StringBuilder rules = new StringBuilder();
        boolean conditional = false;
        int depth = 0;
        for (int i = 0; i < style.length(); i++) {
            char sign = style.charAt(i);
            conditional = conditional || (sign == '@' && depth == 0);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (!conditional) {
                rules.append(sign);
            }
            if (conditional && depth <= 0 && (sign == '}' || sign == ';')) {
                conditional = false;
            }
        }
        return rules.toString();
    }

    private static Stream<Element> selected(Document page, String selector) {
        try {
            return page.select(selector).stream();
        } catch (IllegalStateException | IllegalArgumentException unknown) {
            return Stream.empty();
        }
    }

    boolean has(Element element) {
        return elements.stream()
                .anyMatch(hidden -> hidden == element || element.parents().contains(hidden));
    }

    /** Several paragraphs are hidden to be shown by a script: they stay. */
    void removeWords() {
        elements.stream().filter(element -> element.select("p").size() < 2).forEach(Element::remove);
    }
}
