package com.newgroktimes.digest.stories.pages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

import com.newgroktimes.digest.rendering.BoundedHtml;
import com.newgroktimes.digest.rendering.HtmlText;
import com.newgroktimes.digest.stories.documents.BaseAddress;
import com.newgroktimes.digest.stories.documents.Boilerplate;
import com.newgroktimes.digest.stories.documents.PersonName;
import com.newgroktimes.digest.stories.documents.PictureInText;
import com.newgroktimes.digest.stories.documents.StockCategory;

/** Goes through one page: linked data before Open Graph before what stands in the text. */
final class PageReader {

    private static final Pattern SITE_IN_TITLE = Pattern.compile("\\s+[|–—·»:-]\\s+[^|–—·»]{2,40}$");

    private static final int LONGEST_TITLE = 1_000;

    private static final int MOST_HEADINGS = 100;
    private static final int MOST_AUTHORS = 100;
    private static final int MOST_MARKED = 100;
    private static final int MOST_PARAGRAPHS = 10_000;

    private final Document page;
    private final BaseAddress base;
    private final @Nullable String address;
    private final LinkedData data;
    private final MetaTags meta;

    PageReader(Document page, @Nullable String address) {
        this.page = page;
        this.address = address;
        this.base = new BaseAddress(page.body().baseUri());
        this.meta = new MetaTags(page);
        this.data = LinkedData.in(page, addresses());
    }

    ArticlePage read() {
        String body = body();
        Optional<Obstacle> obstacle =
                Obstacles.of(page, body == null ? 0 : HtmlText.line(body).length());
        if (obstacle.filter(Obstacle::standsInstead).isPresent()) {
            return ArticlePage.closed(obstacle.get());
        }
        String picture = picture(body);
        return new ArticlePage(
                new PageAddress(page, meta, base, address).url(),
                title(),
                summary(),
                body,
                authors(),
                section(),
                lang(),
                Stream.of(data.dates(), meta.dates(), times())
                        .flatMap(List::stream)
                        .toList(),
                picture,
                picture == null ? null : alt(picture),
                data.isForSubscribersOnly() && obstacle.isEmpty() && isShort(body)
                        ? Obstacle.PAYWALL
                        : obstacle.or(this::tooLong).orElse(null));
    }

    private Set<String> addresses() {
        return Stream.of(address, new PageAddress(page, meta, base, address).url())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Obstacle> tooLong() {
        return BoundedHtml.isCut(page) ? Optional.of(Obstacle.TOO_LONG) : Optional.empty();
    }

    private static boolean isShort(@Nullable String body) {
        return body == null || HtmlText.line(body).length() < 1_500;
    }

    /** Without the name of the site, which titles for search engines end with. */
    private @Nullable String title() {
        String told = told(List.of("headline", "name"), "og:title", "twitter:title");
        String site = meta.first("og:site_name");
        if (told != null) {
            return site == null || told.length() > LONGEST_TITLE
                    ? told
                    : told.replaceFirst("\\s+[|–—·»-]\\s+" + Pattern.quote(site) + "$", "");
        }
        String text = heading();
        String title = withoutSite(Parser.unescapeEntities(page.title(), false)).strip();
        return !text.isEmpty() ? text : title.isEmpty() ? null : title;
    }

    private static String withoutSite(String title) {
        return title.length() > LONGEST_TITLE
                ? title
                : SITE_IN_TITLE.matcher(title).replaceFirst("");
    }

    /** The one above the article, if readers see it; what stands above all pages of a site is its name. */
    private String heading() {
        Hidden hidden = Hidden.in(page);
        String title = page.title();
        return Stream.of("[itemprop~=headline]", "article h1", "main h1, [role=main] h1", "h1")
                .flatMap(page::selectStream)
                .filter(Element::hasText)
                .limit(MOST_HEADINGS)
                .filter(heading -> !hidden.has(heading))
                .map(heading -> HtmlText.line(heading.html()))
                .filter(text -> !text.isEmpty() && !isNameOfSite(text, title))
                .findFirst()
                .orElse("");
    }

    /** Whether the title ends in it after a dash, as in {@code Cranes turn | A Paper}. */
    private static boolean isNameOfSite(String heading, String title) {
        int dash = title.length() - heading.length() - 2;
        return dash > 1
                && title.endsWith(heading)
                && title.charAt(dash + 1) == ' '
                && "|–—·»:-".indexOf(title.charAt(dash)) >= 0
                && title.charAt(dash - 1) == ' ';
    }

    private @Nullable String section() {
        return Stream.of(
                        data.lines("articleSection"),
                        meta.all("article:section", "og:article:section", "articleSection"),
                        marked("articleSection").map(Element::text).filter(text -> !text.isBlank()))
                .flatMap(sections -> sections)
                .filter(section -> !StockCategory.isOne(section))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String summary() {
        String told =
                told(List.of("description"), "og:description", "twitter:description", "description", "dc.description");
        String text = told == null ? "" : Boilerplate.withoutLines(told.replaceAll("\\s+", " "));
        return text.isEmpty() ? null : text;
    }

    /** What readers see keeps its paragraphs and links, so it goes before {@code articleBody}, unless most of it is missing there. */
    private @Nullable String body() {
        String seen = ArticleText.in(page, title())
                .map(article -> Boilerplate.without(base.within(article.html())))
                .filter(html -> !HtmlText.line(html).isEmpty())
                .orElse(null);
        String told = data.whole("articleBody");
        if (told == null || (seen != null && 2 * HtmlText.line(seen).length() > told.length())) {
            return seen;
        }
        return told.lines()
                .filter(line -> !line.isBlank())
                .limit(MOST_PARAGRAPHS)
                .map(line -> "<p>" + HtmlUtils.htmlEscape(HtmlText.line(line), "UTF-8") + "</p>")
                .collect(Collectors.joining());
    }

    private List<String> authors() {
        return Stream.of(
                        data.authors(),
                        meta.all(
                                        "author",
                                        "article:author_name",
                                        "parsely-author",
                                        "sailthru.author",
                                        "dc.creator",
                                        "byl",
                                        "article:author")
                                .flatMap(told -> Stream.of(told.split(";")))
                                .toList(),
                        page.selectStream("[itemprop=author] [itemprop=name], [rel=author],"
                                        + " [itemprop=author]:not(:has([itemprop=name]))")
                                .limit(MOST_AUTHORS)
                                .map(Element::text)
                                .toList())
                .map(names -> names.stream()
                        .limit(MOST_AUTHORS)
                        .flatMap(name -> PersonName.in(name).stream())
                        .distinct()
                        .toList())
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private @Nullable String lang() {
        return Stream.of(
                        Stream.ofNullable(data.language()),
                        page.selectStream("html[lang]")
                                .map(html -> html.attr("lang"))
                                .filter(lang -> !lang.isBlank()),
                        meta.all("content-language", "og:locale"))
                .flatMap(told -> told)
                .findFirst()
                .orElse(null);
    }

    private List<String> times() {
        return Stream.of("time[itemprop=datePublished], time[pubdate]", "article time", "time")
                .flatMap(where -> page.select(where).stream())
                .flatMap(time -> Stream.of(time.attr("datetime"), time.text()))
                .filter(written -> !written.isBlank())
                .limit(2)
                .toList();
    }

    private @Nullable String picture(@Nullable String body) {
        return Stream.of(
                        data.picture().stream(),
                        meta.all(
                                "og:image:secure_url",
                                "og:image",
                                "og:image:url",
                                "twitter:image",
                                "twitter:image:src"),
                        marked("image").filter(PageReader::isOfTheStory).flatMap(PageReader::addresses))
                .flatMap(pictures -> pictures)
                .flatMap(told -> Stream.ofNullable(base.resolve(told)))
                .filter(url -> url.regionMatches(true, 0, "http", 0, "http".length()))
                .findFirst()
                .or(() -> Optional.ofNullable(body)
                        .flatMap(PictureInText::firstDescribed)
                        .map(PictureInText::url))
                .orElse(null);
    }

    /** What a page marks in its text, in the words of schema.org. */
    private Stream<Element> marked(String property) {
        return page.selectStream("[itemprop=%s]".formatted(property)).limit(MOST_MARKED);
    }

    /** Whoever wrote or publishes it may be shown too. */
    private static boolean isOfTheStory(Element picture) {
        return picture.closest("[itemprop=author], [itemprop=publisher]") == null;
    }

    /** Of a picture, or of an element that has one and says more of it. */
    private static Stream<String> addresses(Element picture) {
        return Stream.concat(
                        Stream.of(picture),
                        picture.selectStream("[itemprop=url], [itemprop=contentUrl]")
                                .limit(1))
                .flatMap(element -> Stream.of(element.attr("content"), element.attr("src"), element.attr("href")))
                .filter(address -> !address.isBlank());
    }

    private @Nullable String alt(String picture) {
        String told = meta.first("og:image:alt", "twitter:image:alt");
        return told != null
                ? told
                : PictureInText.altOf(base.within(page.body().html()), picture).orElse(null);
    }

    /** A line of the linked data, before one of the meta tags. */
    private @Nullable String told(List<String> fields, String... names) {
        String told = data.line(fields.toArray(String[]::new));
        return told != null ? told : meta.first(names);
    }
}
