package com.newgroktimes.digest.rendering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Takes parts out of a document. Those of one parent go together: one by one, each would have all that stand after it move up, and a
 * parent of a million parts would take minutes.
 */
public final class Pruning {

    private Pruning() {}

    /** Parts that stand nowhere, or within others of these, may be among them. */
    public static void of(Collection<Element> parts) {
        Set<Node> gone = new LinkedHashSet<>(parts);
        for (Element parent : parents(parts)) {
            refill(
                    parent,
                    parent.childNodes().stream()
                            .filter(node -> !gone.contains(node))
                            .toList());
        }
    }

    /**
     * What stands in these parts takes their places.
     *
     * @param parts in the order of the document
     */
    public static void unwrap(List<Element> parts) {
        Set<Element> gone = new LinkedHashSet<>(parts);
        List<Element> parents = new ArrayList<>(parents(parts));
        // Those within others come first, so that what is left of them moves up with the others.
        Collections.reverse(parents);
        for (Element parent : parents) {
            List<Node> nodes = new ArrayList<>();
            for (Node node : parent.childNodes()) {
                if (node instanceof Element part && gone.contains(part)) {
                    nodes.addAll(part.childNodes());
                    part.empty();
                } else {
                    nodes.add(node);
                }
            }
            refill(parent, nodes);
        }
    }

    private static Set<Element> parents(Collection<Element> parts) {
        return parts.stream()
                .flatMap(part -> Stream.ofNullable(part.parent()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void refill(Element parent, List<Node> nodes) {
        parent.empty();
        nodes.forEach(parent::appendChild);
    }
}
