package com.newgroktimes.digest.stories.pages;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

import org.jsoup.nodes.Element;

/** How much text stands in each of many elements of a document, all of them measured in one walk through it. */
final class TextExtents {

    private final Map<Element, TextExtent> extents;

    private TextExtents(Map<Element, TextExtent> extents) {
        this.extents = extents;
    }

    static TextExtents of(Element root, Collection<Element> wanted) {
        Map<Element, TextExtent> extents = new HashMap<>();
        wanted.forEach(element -> extents.put(element, TextExtent.NONE));
        root.traverse(new TextWalk((element, extent) -> extents.replace(element, extent)));
        return new TextExtents(extents);
    }

    /** None where it stands elsewhere, or was not asked for. */
    TextExtent of(Element element) {
        return extents.getOrDefault(element, TextExtent.NONE);
    }

    /** The first of those that have most of it. */
    Optional<Element> longest(Collection<Element> elements, ToLongFunction<TextExtent> measure) {
        return elements.stream()
                .reduce((one, other) -> measure.applyAsLong(of(other)) > measure.applyAsLong(of(one)) ? other : one);
    }
}
