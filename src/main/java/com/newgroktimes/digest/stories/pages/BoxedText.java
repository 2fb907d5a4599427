package com.newgroktimes.digest.stories.pages;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Element;

/** Text on a page that marks no paragraphs: each box with text and no other box in it is one. */
final class BoxedText {

    private static final double MOST = 0.8;

    private final Element body;
    private final TextExtents extents;

    private BoxedText(Element body) {
        this.body = body;
        this.extents = TextExtents.of(body, body.getAllElements());
    }

    /** Those boxes become paragraphs. */
    static BoxedText of(Element body) {
        Set<Element> around = new HashSet<>();
        for (Element element : body.getAllElements()) {
            Element parent = element.isBlock() ? element.parent() : null;
            while (parent != null && around.add(parent)) {
                parent = parent.parent();
            }
        }
        body.select("div, section").stream()
                .filter(box -> !around.contains(box) && box.hasText())
                .forEach(box -> box.tagName("p"));
        return new BoxedText(body);
    }

    long extent(Element element) {
        return extents.of(element).paragraphs();
    }

    /** The innermost element that has most of it. */
    Element innermost() {
        Element most = body;
        Optional<Element> next = within(most);
        while (next.isPresent()) {
            most = next.get();
            next = within(most);
        }
        return most;
    }

    private Optional<Element> within(Element element) {
        return element.children().stream()
                .filter(child -> !child.is("p, pre, blockquote") && extent(child) >= MOST * extent(body))
                .findFirst()
                .filter(child -> extent(body) > 0);
    }
}
