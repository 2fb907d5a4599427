package com.newgroktimes.digest.rendering;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** What a reader would read aloud of anybody's HTML. */
public final class HtmlText {

    private static final String NO_TEXT =
            "script, style, template, noscript, svg, math, iframe, object, select, textarea, head";
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** Places where a word may be broken, and other marks that no reader sees; those that join signs of a script stay. */
    private static final Pattern UNSEEN = Pattern.compile("[\\x{AD}\\x{200B}\\x{2060}\\x{FEFF}]");

    private HtmlText() {}

    /** All on one line. */
    public static String line(String html) {
        return lines(html).replace('\n', ' ');
    }

    /** A line for each paragraph, heading, point of a list and row of a table, and for what a line break begins. */
    public static String lines(String html) {
        return lines(BoundedHtml.page(html, "").body());
    }

    /** The same of HTML that was taken apart already. */
    public static String lines(Element given) {
        Element element = given.clone();
        Pruning.of(element.select(NO_TEXT));
        Ruby.inBrackets(element);
        Spoken spoken = new Spoken();
        NodeTraversor.traverse(spoken, element);
        return spoken.text
                .toString()
                .lines()
                .map(line -> BLANKS.matcher(UNSEEN.matcher(line).replaceAll(""))
                        .replaceAll(" ")
                        .strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static final class Spoken implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(BLANKS.matcher(words.getWholeText()).replaceAll(" "));
            } else if (node instanceof Element element) {
                before(element);
            }
        }

        private void before(Element element) {
            switch (element.normalName()) {
                case "br", "hr" -> text.append('\n');
                case "td", "th" -> text.append(' ');
                case "q" -> text.append('“');
                default -> {
                    if (element.isBlock()) {
                        text.append('\n');
                    }
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (element.nameIs("q")) {
                    text.append('”');
                } else if (element.isBlock() && !element.nameIs("td") && !element.nameIs("th")) {
                    text.append('\n');
                }
            }
        }
    }
}
