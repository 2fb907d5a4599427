package com.newgroktimes.digest.rendering;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Makes anybody's HTML fit for mail and page: paragraphs, lists, links and emphasis, and nothing that acts. */
public final class SafeHtml {

    private static final Set<String> BLOCKS = Set.of("p", "h3", "h4", "ul", "ol", "blockquote");

    private static final Cleaner CLEANER = new Cleaner(new Safelist()
            .addTags(BLOCKS.toArray(String[]::new))
            .addTags("li", "em", "strong", "a", "br", "code")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "http", "https", "mailto"));

    /** Stories' headlines are {@code h2}, so what is below them begins at {@code h3}. */
    private static final Map<String, String> PLAINER =
            Map.of("h1", "h3", "h2", "h3", "h5", "h4", "h6", "h4", "b", "strong", "i", "em");

    /** Tags that go, and whose content must not run into its neighbours'. */
    private static final String BOXES =
            "div, section, article, header, footer, main, aside, figure, figcaption, pre, table, tr, dt, dd";

    /** What readers would see, hear or fill in, or what would act. */
    private static final String LOST =
            "img, picture, svg, video, audio, iframe, embed, object, canvas, math, script, style, link, meta, base, template,"
                    + " form, input, button, select, textarea, hr, table";

    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");

    private SafeHtml() {}

    /** @param base what relative links are relative to; empty: they lose their target */
    public static String of(String html, String base) {
        Document given = BoundedHtml.page(html, base);
        PLAINER.forEach((tag, plainer) -> given.select(tag).tagName(plainer));
        Pruning.of(Captions.in(given));
        Ruby.inBrackets(given);
        given.select(BOXES).forEach(box -> {
            box.prependElement("br");
            box.appendElement("br");
        });
        given.select("td, th").forEach(cell -> cell.appendText(" "));

        Document safe = CLEANER.clean(given);
        Pruning.unwrap(safe.select("a").stream().filter(link -> !link.hasText()).toList());
        safe.outputSettings(new OutputSettings().prettyPrint(false));
        wrapLooseText(safe.body());
        return safe.body().html();
    }

    /**
     * What {@link #of} takes out, by name: {@code <script>}, {@code onclick=}, {@code href=javascript:}. A tag that only becomes a
     * plainer one, or whose text stays, is not named.
     */
    public static SortedSet<String> losses(String html) {
        SortedSet<String> losses = new TreeSet<>();
        Document given = BoundedHtml.page(html, "");
        given.select("body *, head *").forEach(element -> {
            if (element.is(LOST)) {
                losses.add("<" + element.normalName() + ">");
            }
            element.attributes().asList().stream()
                    .map(Attribute::getKey)
                    .map(key -> key.toLowerCase(Locale.ROOT))
                    .filter(key -> key.startsWith("on") || key.equals("style"))
                    .forEach(key -> losses.add(key + "="));
        });
        given.select("a[href]").stream()
                .flatMap(link -> SCHEME.matcher(link.attr("href").strip()).results())
                .map(scheme -> scheme.group(1).toLowerCase(Locale.ROOT))
                .filter(scheme -> !Set.of("http", "https", "mailto").contains(scheme))
                .forEach(scheme -> losses.add("href=" + scheme + ":"));
        return losses;
    }

    /** Between blocks, a line break ends a paragraph. */
    private static void wrapLooseText(Element body) {
        List<Node> nodes = List.copyOf(body.childNodes());
        body.empty();
        Element paragraph = null;
        for (Node node : nodes) {
            if (node.nameIs("br")) {
                paragraph = null;
            } else if (isBlock(node)) {
                paragraph = null;
                appendUnlessEmpty(body, (Element) node);
            } else if (paragraph != null) {
                paragraph.appendChild(node);
            } else if (!isBlank(node)) {
                paragraph = body.appendElement("p").appendChild(node);
            }
        }
    }

    private static void appendUnlessEmpty(Element body, Element block) {
        if (block.hasText()) {
            body.appendChild(block);
        }
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode text && text.isBlank();
    }

    private static boolean isBlock(Node node) {
        return BLOCKS.contains(node.nodeName());
    }
}
