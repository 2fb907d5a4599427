package com.newgroktimes.digest.stories.documents;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** HTML parsed no deeper than anybody writes it: a document of nothing but tags would take its time a hundred times over. */
public final class ShallowHtml {

    private static final int DEEPEST = 100;

    private ShallowHtml() {}

    /** What stands in a body. */
    public static Document body(String html, String base) {
        Document document = Document.createShell(base);
        document.outputSettings().prettyPrint(false);
        parser().parseFragmentInput(html, document.body(), base)
                .forEach(node -> document.body().appendChild(node));
        return document;
    }

    /** A page as a whole. */
    public static Document page(String html, String base) {
        return parser().parseInput(html, base);
    }

    private static Parser parser() {
        return Parser.htmlParser().setMaxDepth(DEEPEST);
    }
}
