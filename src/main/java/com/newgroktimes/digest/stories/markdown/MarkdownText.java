package com.newgroktimes.digest.stories.markdown;

import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * A text in Markdown.
 *
 * @param headline from a first line of {@code # …}; null where there is none
 * @param html     the rest; not yet safe
 */
public record MarkdownText(@Nullable String headline, String html) {

    /** Far above any article, and far below what costs the stack of a renderer. */
    private static final int DEEPEST = 50;

    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().build();

    public static MarkdownText of(String markdown) {
        Node document = PARSER.parse(markdown);
        String headline = null;
        if (document.getFirstChild() instanceof Heading heading && heading.getLevel() == 1) {
            headline = HeadingText.of(heading);
            heading.unlink();
        }
        return new MarkdownText(headline, HTML.render(document));
    }
}
