package com.newgroktimes.digest.rendering;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What is written below something that goes. */
final class Captions {

    private static final String SHOWN = "img, picture, video, audio, iframe, embed, object";

    private Captions() {}

    static List<Element> in(Document given) {
        Set<Element> around = around(given);
        return Stream.concat(
                        given.select("figure > figcaption").stream()
                                .filter(caption -> around.contains(caption.parent())),
                        given.select(".wp-caption-text").stream())
                .toList();
    }

    /** All that something to be seen or heard stands in. Asked of each figure, what is nested would be gone through as often. */
    private static Set<Element> around(Document given) {
        Set<Element> around = new HashSet<>();
        for (Element shown : given.select(SHOWN)) {
            Element box = shown.parent();
            while (box != null && around.add(box)) {
                box = box.parent();
            }
        }
        return around;
    }
}
