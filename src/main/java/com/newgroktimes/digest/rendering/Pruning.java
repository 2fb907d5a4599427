package com.newgroktimes.digest.rendering;

import java.util.Collection;
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
        Set<Element> parents = parts.stream()
                .flatMap(part -> Stream.ofNullable(part.parent()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (Element parent : parents) {
            List<Node> stays = parent.childNodes().stream()
                    .filter(node -> !gone.contains(node))
                    .toList();
            parent.empty();
            stays.forEach(parent::appendChild);
        }
    }
}
