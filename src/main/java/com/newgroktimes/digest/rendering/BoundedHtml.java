package com.newgroktimes.digest.rendering;

import java.util.Iterator;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * HTML parsed no deeper and no further than anybody writes it. What is nested deeper stands beside its neighbours; what comes after very
 * many elements is left out.
 */
public final class BoundedHtml {

    /** Each element would be looked at once for each that it stands in. */
    private static final int DEEPEST = 100;

    /** Emphasis that is never ended begins anew in each paragraph (HTML §13.2.4.3): 8 MB of it would become seven million elements. */
    public static final int MOST_ELEMENTS = 100_000;

    /** How many elements one tag may become: its own, and the emphasis that begins anew. */
    private static final int MOST_OF_A_TAG = 20;

    private BoundedHtml() {}

    /** A page as a whole. */
    public static Document page(String html, String base) {
        try (StreamParser parser = new StreamParser(shallow()).parse(html, base)) {
            return begun(parser);
        }
    }

    /** What stands in a body. */
    public static Document body(String html, String base) {
        Document document = Document.createShell(base);
        document.outputSettings().prettyPrint(false);
        try (StreamParser parser = new StreamParser(shallow()).parseFragment(html, document.body(), base)) {
            List<Node> roots = begun(parser).childNodes();
            List<Node> beside = List.copyOf(roots.subList(1, roots.size()));
            // All at once: one by one, each would have all that stand after it move up.
            document.body().appendChildren(List.copyOf(roots.get(0).childNodes()));
            document.body().appendChildren(beside);
        }
        return document;
    }

    /** Whether it has more than is read. */
    public static boolean isCut(String html) {
        long tags = html.chars().filter(sign -> sign == '<').count();
        return tags * MOST_OF_A_TAG >= MOST_ELEMENTS && isCut(body(html, ""));
    }

    /** Whether it ends here because it has more than is read. */
    public static boolean isCut(Document document) {
        return document.nodeStream(Element.class).limit(MOST_ELEMENTS).count() == MOST_ELEMENTS;
    }

    private static Parser shallow() {
        return Parser.htmlParser().setMaxDepth(DEEPEST);
    }

    private static Document begun(StreamParser parser) {
        Iterator<Element> elements = parser.iterator();
        for (int i = 0; i < MOST_ELEMENTS && elements.hasNext(); i++) {
            elements.next();
        }
        return parser.document();
    }
}
