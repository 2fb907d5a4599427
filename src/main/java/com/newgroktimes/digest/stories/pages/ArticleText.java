package com.newgroktimes.digest.stories.pages;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.rendering.Pruning;

/** The text of an article among all that is around it on a page. */
final class ArticleText {

    private static final List<String> MARKED =
            List.of("[itemprop~=articleBody]", "article", "[role=article]", "main, [role=main]");

    private static final String NO_TEXT =
            "script, style, noscript, template, nav, aside, footer, form, button, input, select, iframe, object, embed, svg, canvas, dialog,"
                    + " amp-consent, amp-sidebar, amp-list, amp-user-notification, [placeholder],"
                    + " [hidden], [aria-hidden=true], [role=navigation], [role=complementary], [role=dialog], [role=banner], [role=contentinfo],"
                    + " article header, header:has(nav), h1, time, address";

    private static final Pattern AROUND = Pattern.compile(
            "(?i)^date$|(?:^|[\\s_-])(?:comments?|disqus|respond|share|sharing|sharedaddy|social|related|recirc(?:ulation)?|recommend(?:ed|ations?)?|newsletter|subscri(?:be|ption)|"
                    + "sign-?up|promo|cookies?|consent|gdpr|cmp|banner|advert(?:isement)?s?|ads?|adslot|sponsor(?:ed)?|sidebar|breadcrumbs?|outbrain|taboola|"
                    + "pagination|pager|tags?-list|post-tags|entry-meta|post-meta|byline|kicker|eyebrow|read(?:ing)?-?time|(?:post|publish(?:ed)?|article|entry)-?date|author-?(?:bio|box|card)|read-?(?:more|next)|most-?(?:read|popular)|popular|trending|"
                    + "paywall|toolbar|skip-?link|screen-reader-text|sr-only|visually-hidden|jp-relatedposts|nav|navigation|menu|copyright|credits?)(?:$|[\\s_-])");

    private static final Pattern BELOW =
            Pattern.compile("(?i)(?:post-)?comments?(?:-area|-list|-section)?|disqus(?:_thread)?|respond");

    private static final double MOSTLY = 0.6;
    private static final int SHORTEST = 140;
    private static final int MANY_TIMES = 4;

    private ArticleText() {}

    /**
     * Empty where nothing on it is long enough to be one.
     *
     * @param headline null where the page has none
     */
    static Optional<Element> in(Document given, @Nullable String headline) {
        Document page = given.clone();
        Hidden.in(page).removeWords();
        HeadedArticles headed = HeadedArticles.of(page, headline);
        Pruning.of(page.select(NO_TEXT));
        removeWhatIsAround(page.body());
        return longest(page, headed).map(ArticleText::withoutLinkLists);
    }

    private static Optional<Element> longest(Document page, HeadedArticles headed) {
        Elements unmarked = page.select(":has(> p)");
        TextExtents extents = TextExtents.of(page, unmarked);
        Optional<Element> inParagraphs = extents.longest(unmarked, TextExtent::paragraphs);
        return marked(page, headed)
                .or(() -> inParagraphs.filter(element -> extents.of(element).paragraphs() >= SHORTEST))
                .or(() -> withoutParagraphs(
                        page,
                        headed,
                        inParagraphs
                                .map(element -> extents.of(element).paragraphs())
                                .orElse(0L)))
                .or(() -> inParagraphs.filter(element -> extents.of(element).paragraphs() > 0));
    }

    private static Optional<Element> marked(Document page, HeadedArticles headed) {
        List<Elements> marked = MARKED.stream().map(page::select).toList();
        TextExtents extents =
                TextExtents.of(page, marked.stream().flatMap(List::stream).toList());
        return headed.guesses()
                .flatMap(guess -> marked.stream()
                        .map(elements -> elements.stream().filter(guess).toList()))
                .flatMap(elements -> extents.longest(elements, TextExtent::paragraphs).stream())
                .filter(element -> extents.of(element).paragraphs() >= SHORTEST)
                .findFirst();
    }

    /**
     * Pages of before there were style sheets end paragraphs by line breaks; others have boxes for them. A page that has paragraphs all the
     * same has to have far more in boxes: else those are a line about the writer, and the like.
     */
    private static Optional<Element> withoutParagraphs(Document page, HeadedArticles headed, long inParagraphs) {
        Elements broken = page.select(":has(> br)");
        TextExtents extents = TextExtents.of(page, broken);
        Optional<Element> inLines = extents.longest(broken, TextExtent::own)
                .filter(element -> extents.of(element).own() >= SHORTEST);
        long least = Math.max(
                MANY_TIMES * inParagraphs,
                inLines.map(element -> extents.of(element).own()).orElse((long) SHORTEST));
        BoxedText boxes = BoxedText.of(page.body());
        return marked(page, headed)
                .or(() -> Optional.of(boxes.innermost()))
                .filter(element -> boxes.extent(element) >= least)
                .or(() -> inLines);
    }

    private static void removeWhatIsAround(Element body) {
        List<Element> named = body.select("div, section, ul, ol, p, span, figure, table, header").stream()
                .filter(ArticleText::isNamedForWhatIsAround)
                .toList();
        TextExtents extents = TextExtents.of(
                body, Stream.concat(Stream.of(body), named.stream()).toList());
        long all = Math.max(1, extents.of(body).all());
        Pruning.of(named.stream()
                .filter(element -> isRest(element, extents.of(element).all(), all))
                .toList());
    }

    private static boolean isNamedForWhatIsAround(Element element) {
        return AROUND.matcher(element.className()).find()
                || AROUND.matcher(element.id()).find();
    }

    private static boolean isRest(Element element, long text, long all) {
        return text < MOSTLY * all || (isOfReaders(element) && all - text >= SHORTEST);
    }

    /** What readers wrote may be longer than what they read. */
    private static boolean isOfReaders(Element element) {
        return BELOW.matcher(element.id()).matches()
                || element.classNames().stream()
                        .anyMatch(name -> BELOW.matcher(name).matches());
    }

    /** Lists that are all links lead elsewhere, and so do headings above them. */
    private static Element withoutLinkLists(Element article) {
        Elements lists = article.select("ul, ol");
        TextExtents extents = TextExtents.of(article, lists);
        Pruning.of(lists.stream()
                .filter(list -> list.selectStream("li").limit(2).count() == 2)
                .filter(list ->
                        extents.of(list).linked() > MOSTLY * extents.of(list).all())
                .toList());
        for (Element heading : article.select("h2, h3, h4, h5, h6")) {
            if (heading.nextElementSibling() == null && article.equals(heading.parent())) {
                heading.remove();
            }
        }
        return article;
    }
}
