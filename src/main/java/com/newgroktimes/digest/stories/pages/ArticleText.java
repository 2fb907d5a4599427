package com.newgroktimes.digest.stories.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import com.newgroktimes.digest.rendering.Pruning;

/** The text of an article among all that is around it on a page. */
final class ArticleText {

    private static final List<String> MARKED =
            List.of("[itemprop~=articleBody]", "article", "[role=article]", "main, [role=main]");

    private static final String NO_TEXT =
            "script, style, noscript, template, nav, aside, footer, form, button, input, select, iframe, object, embed, svg, canvas, dialog,"
                    + " [hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=dialog], [role=banner], [role=contentinfo],"
                    + " article header, header:has(nav), h1, time, address";

    private static final Pattern AROUND = Pattern.compile(
            "(?i)(?:^|[\\s_-])(?:comments?|disqus|respond|share|sharing|sharedaddy|social|related|recirc(?:ulation)?|recommend(?:ed|ations?)?|newsletter|subscri(?:be|ption)|"
                    + "sign-?up|promo|cookies?|consent|gdpr|cmp|banner|advert(?:isement)?s?|ads?|adslot|sponsor(?:ed)?|sidebar|breadcrumbs?|outbrain|taboola|"
                    + "pagination|pager|tags?-list|post-tags|entry-meta|post-meta|byline|author-?(?:bio|box|card)|read-?(?:more|next)|most-?(?:read|popular)|popular|trending|"
                    + "paywall|toolbar|skip-?link|screen-reader-text|sr-only|visually-hidden|jp-relatedposts|nav|navigation|menu|copyright|credits?)(?:$|[\\s_-])");

    private static final Pattern BELOW =
            Pattern.compile("(?i)(?:post-)?comments?(?:-area|-list|-section)?|disqus(?:_thread)?|respond");

    private static final double MOSTLY = 0.6;
    private static final int SHORTEST = 140;

    private ArticleText() {}

    /** Empty where nothing on it is long enough to be one. */
    static Optional<Element> in(Document given) {
        Document page = given.clone();
        Hidden.in(page).removeWords();
        Pruning.of(page.select(NO_TEXT));
        removeWhatIsAround(page.body());
        return MARKED.stream()
                .map(marked -> longest(page.select(marked).stream()))
                .flatMap(Optional::stream)
                .filter(element -> words(element) >= SHORTEST)
                .findFirst()
                .or(() -> longest(page.select(":has(> p)").stream()))
                .filter(element -> words(element) > 0)
                .or(() -> inLines(page))
                .map(ArticleText::withoutLinkLists);
    }

    /** Pages of before there were style sheets end paragraphs by line breaks. */
    private static Optional<Element> inLines(Document page) {
        return page.select(":has(> br)").stream()
                .max(Comparator.comparingInt(element -> element.ownText().length()))
                .filter(element -> element.ownText().length() >= SHORTEST);
    }

    private static Optional<Element> longest(Stream<Element> elements) {
        return elements.max(Comparator.comparingInt(ArticleText::words));
    }

    /** How many letters stand in its paragraphs: lists of headlines have none. */
    private static int words(Element element) {
        return element.select("p, blockquote, pre").stream()
                .mapToInt(paragraph -> paragraph.text().length()
                        - paragraph.select("a").stream()
                                        .mapToInt(link -> link.text().length())
                                        .sum()
                                / 2)
                .sum();
    }

    private static void removeWhatIsAround(Element body) {
        int all = Math.max(1, body.text().length());
        List<Element> around = new ArrayList<>();
        for (Element element : body.select("div, section, ul, ol, p, span, figure, table, header")) {
            boolean named = AROUND.matcher(element.className()).find()
                    || AROUND.matcher(element.id()).find();
            int words = element.text().length();
            boolean isRest = words < MOSTLY * all || (isOfReaders(element) && all - words >= SHORTEST);
            if (named && isRest) {
                around.add(element);
            }
        }
        Pruning.of(around);
    }

    /** What readers wrote may be longer than what they read. */
    private static boolean isOfReaders(Element element) {
        return BELOW.matcher(element.id()).matches()
                || element.classNames().stream()
                        .anyMatch(name -> BELOW.matcher(name).matches());
    }

    /** Lists that are all links lead elsewhere, and so do headings above them. */
    private static Element withoutLinkLists(Element article) {
        List<Element> lists = new ArrayList<>();
        for (Element list : article.select("ul, ol")) {
            int linked = list.select("a").stream()
                    .mapToInt(link -> link.text().length())
                    .sum();
            if (list.select("li").size() > 1 && linked > MOSTLY * list.text().length()) {
                lists.add(list);
            }
        }
        Pruning.of(lists);
        for (Element heading : article.select("h2, h3, h4, h5, h6")) {
            if (heading.nextElementSibling() == null && article.equals(heading.parent())) {
                heading.remove();
            }
        }
        return article;
    }
}
