package com.newgroktimes.digest.stories.pages;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Tells of each element, as it ends, how much text stands in it. Were each asked by itself, what is nested would be read once for each
 * element that it stands in, and once more for each paragraph among those.
 */
final class TextWalk implements NodeVisitor {

    private static final Set<String> PARAGRAPHS = Set.of("p", "blockquote", "pre");

    private final BiConsumer<Element, TextExtent> each;
    private final Deque<Open> open = new ArrayDeque<>();
    private long all;
    private long linked;
    private long paragraphs;
    private boolean blank;

    TextWalk(BiConsumer<Element, TextExtent> each) {
        this.each = each;
    }

    /** An element that has begun: what had been counted before it, and of its own text. */
    private static final class Open {

        private final long all;
        private final long linked;
        private final long paragraphs;
        private long own;

        private Open(long all, long linked, long paragraphs) {
            this.all = all;
            this.linked = linked;
            this.paragraphs = paragraphs;
        }
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            count(text.getWholeText());
        } else if (node instanceof Element element) {
            blank = blank || isApart(element);
            open.push(new Open(all, linked, paragraphs));
        }
    }

    /** Whatever stands between two words counts as one blank. */
    private void count(String text) {
        long before = all;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                blank = true;
            } else {
                all += blank && all > 0 ? 2 : 1;
                blank = false;
            }
        }
        if (!open.isEmpty()) {
            open.peek().own += all - before;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            blank = blank || isApart(element);
            ended(element, open.pop());
        }
    }

    private void ended(Element element, Open begun) {
        long text = all - begun.all;
        linked += element.nameIs("a") ? text : 0;
        long links = linked - begun.linked;
        paragraphs += PARAGRAPHS.contains(element.normalName()) ? text - links / 2 : 0;
        each.accept(element, new TextExtent(text, links, begun.own, paragraphs - begun.paragraphs));
    }

    private static boolean isApart(Element element) {
        return element.isBlock() || element.nameIs("br");
    }
}
