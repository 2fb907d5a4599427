package com.newgroktimes.digest.stories.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.rendering.HtmlText;
import com.newgroktimes.digest.stories.documents.BaseAddress;
import com.newgroktimes.digest.stories.documents.PersonName;
import com.newgroktimes.digest.stories.documents.StockCategory;
import com.newgroktimes.digest.stories.feeds.FeedEntry.Note;

/** An item of RSS 0.9 to 2.0 or of RDF, with the modules that go with them. */
final class RssItem {

    /** Whole, or relative: without another scheme than those of the web. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+|(?![a-z][a-z0-9+.-]*:)\\S+");

    private static final Pattern PATH = Pattern.compile("(?i)https?://\\S+|(?![a-z][a-z0-9+.-]*:)[^\\s@]*/\\S*");

    /** A longer one is none, and is not taken apart as HTML. */
    private static final int LONGEST_TITLE = 20_000;

    private final XmlElement item;
    private final BaseAddress base;
    private final List<Note> notes = new ArrayList<>();

    private RssItem(XmlElement item, BaseAddress base) {
        this.item = item;
        this.base = base;
    }

    /** @param channelBase for relative addresses, where nothing nearer to the item says another one */
    static FeedEntry of(XmlElement item, BaseAddress channelBase) {
        return new RssItem(item, item.base().value().isEmpty() ? channelBase : item.base()).entry();
    }

    static Feed feed(XmlElement root, List<FeedEntry> entries, List<String> faults) {
        XmlElement channel = channel(root);
        String lang = channel.textOf("language", "dc:language");
        return Feed.of(title(channel), lang != null ? lang : channel.lang(), List.of(), entries, faults);
    }

    static BaseAddress channelBase(XmlElement root, BaseAddress address) {
        return address.value().isEmpty() ? address.then(channel(root).textOf("link")) : address;
    }

    private static XmlElement channel(XmlElement root) {
        return root.child("channel").orElse(root);
    }

    private FeedEntry entry() {
        Wording wording = wording();
        String body = wording.bodyHtml() == null ? null : base.within(wording.bodyHtml());
        return new FeedEntry(
                id(),
                url(),
                title(item),
                wording.summary(),
                body,
                authors(),
                section(),
                lang(),
                Stream.of(
                                "pubdate",
                                "dc:date",
                                "dcterms:issued",
                                "prism:publicationdate",
                                "dcterms:created",
                                "atom:published",
                                "published",
                                "atom:updated",
                                "updated",
                                "dcterms:modified")
                        .flatMap(name -> Stream.ofNullable(item.textOf(name)))
                        .toList(),
                EntryPicture.of(item, base, body != null ? body : describedWithin()),
                OwnElements.of(item),
                List.copyOf(notes));
    }

    private @Nullable String id() {
        String guid = item.textOf("guid", "atom:id");
        return guid != null ? guid : item.attribute("rdf:about");
    }

    private @Nullable String url() {
        return Stream.<Supplier<@Nullable String>>of(
                        () -> item.textOf("feedburner:origlink"),
                        this::link,
                        this::permalink,
                        () -> item.attribute("rdf:about"),
                        this::enclosure)
                .flatMap(way -> Optional.ofNullable(base.resolve(way.get())).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String link() {
        return Stream.concat(
                        item.children("link")
                                .filter(link -> link.attribute("rel") == null || link.says("rel", "alternate"))
                                .flatMap(link ->
                                        link.text().or(() -> Optional.ofNullable(link.attribute("href"))).stream()),
                        item.children("atom:link")
                                .filter(link -> link.attribute("rel") == null || link.says("rel", "alternate"))
                                .flatMap(link -> Stream.ofNullable(link.attribute("href"))))
                .findFirst()
                .orElse(null);
    }

    /** RSS 2.0: a guid is an address unless it says that it is none; but many say nothing and have a number. */
    private @Nullable String permalink() {
        return item.child("guid")
                .filter(guid -> !guid.says("ispermalink", "false"))
                .filter(guid -> guid.text()
                        .filter(guid.says("ispermalink", "true") ? ADDRESS.asMatchPredicate() : PATH.asMatchPredicate())
                        .isPresent())
                .flatMap(XmlElement::text)
                .orElse(null);
    }

    private @Nullable String enclosure() {
        String address = item.children("enclosure", "media:content")
                .flatMap(enclosure -> Stream.ofNullable(enclosure.attribute("url")))
                .findFirst()
                .orElse(null);
        if (address != null) {
            notes.add(new Note("url", "It has no link; the address of what it encloses stands in for one."));
        }
        return address;
    }

    /** Titles are HTML in all but name (RSS Advisory Board), and what is left of a tag alone is no title. */
    private static @Nullable String title(XmlElement titled) {
        String title = titled.textOf("title", "media:title", "dc:title", "itunes:title");
        if (title == null || title.length() > LONGEST_TITLE) {
            return title;
        }
        String text = HtmlText.line(TagLike.asText(title));
        return text.isEmpty() ? title : text;
    }

    private Wording wording() {
        String content = Stream.concat(
                        item.children("content:encoded").map(this::html),
                        item.children("xhtml:body", "xhtml:div", "content").map(XmlElement::html))
                .filter(html -> !html.isBlank())
                .findFirst()
                .orElse(null);
        return Wording.of(content, described());
    }

    private @Nullable String described() {
        return item.child("description")
                .map(this::html)
                .filter(html -> !html.isBlank())
                .or(() -> Optional.ofNullable(
                        item.textOf("atom:summary", "itunes:summary", "dcterms:abstract", "itunes:subtitle")))
                .or(() -> EntryPicture.filmDescription(item))
                .orElse(null);
    }

    /** It may be a picture and nothing else. */
    private @Nullable String describedWithin() {
        String described = described();
        return described == null ? null : base.within(described);
    }

    /** Tags that somebody forgot to escape are read as if they had been. */
    private String html(XmlElement described) {
        String html =
                described.hasElements() ? described.html() : described.text().orElse("");
        return described.attribute("xml:base") == null ? html : described.base().within(html);
    }

    private List<String> authors() {
        List<String> creators = names("dc:creator");
        return creators.isEmpty() ? names("author", "atom:author", "itunes:author") : creators;
    }

    private List<String> names(String... elements) {
        return item.children(elements)
                .flatMap(author -> Stream.ofNullable(
                        author.hasElements()
                                ? author.textOf("atom:name", "name")
                                : author.text().orElse(null)))
                .map(HtmlText::line)
                .flatMap(author -> PersonName.in(author).stream())
                .distinct()
                .toList();
    }

    private @Nullable String section() {
        return item.children("category", "dc:subject", "atom:category")
                .flatMap(category -> Stream.concat(
                        category.text().stream(),
                        Stream.of("label", "term").flatMap(name -> Stream.ofNullable(category.attribute(name)))))
                .map(HtmlText::line)
                .filter(category -> !category.isEmpty() && !StockCategory.isOne(category))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String lang() {
        String told = item.textOf("dc:language", "language");
        return told != null ? told : item.langOf("content:encoded", "description", "title");
    }
}
