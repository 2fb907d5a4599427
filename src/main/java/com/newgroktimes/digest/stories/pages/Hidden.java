package com.newgroktimes.digest.stories.pages;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import com.newgroktimes.digest.rendering.Pruning;

/** What a page has and does not show: to nobody, or to those alone who have it read aloud. */
final class Hidden {

    private static final String BY_ITSELF = "[hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none],"
            + " [style~=(?i)visibility\\s*:\\s*hidden], .sr-only, .visually-hidden, .visuallyhidden, .screen-reader-text,"
            + " .hidden:not([class*=:]), .is-hidden, .d-none:not([class~=d-\\w+-]), noscript, template, dialog:not([open])";

    private final Set<Element> elements;

    private Hidden(Set<Element> elements) {
        this.elements = elements;
    }

    static Hidden in(Document page) {
        return new Hidden(Stream.concat(
                        page.select(BY_ITSELF).stream(),
                        HidingRules.of(page).stream().flatMap(selector -> selected(page, selector)))
                .filter(element -> !element.nameIs("html") && !element.nameIs("body"))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Stream<Element> selected(Document page, String selector) {
        try {
            return page.select(selector).stream();
        } catch (IllegalStateException | IllegalArgumentException unknown) {
            return Stream.empty();
        }
    }

    boolean has(Element element) {
        return elements.contains(element) || element.parents().stream().anyMatch(elements::contains);
    }

    /** Several paragraphs are hidden to be shown by a script: they stay. */
    void removeWords() {
        List<Element> words = elements.stream()
                .filter(element -> element.selectStream("p").limit(2).count() < 2)
                .toList();
        Pruning.of(words);
    }
}
