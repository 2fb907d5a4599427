package com.newgroktimes.digest.stories.feeds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.documents.BaseAddress;
import com.newgroktimes.digest.stories.documents.PersonName;
import com.newgroktimes.digest.stories.documents.StockCategory;

/** An entry of Atom 1.0 or 0.3. */
final class AtomEntry {

    private final XmlElement entry;

    private AtomEntry(XmlElement entry) {
        this.entry = entry;
    }

    static FeedEntry of(XmlElement entry) {
        return new AtomEntry(entry).read();
    }

    static Feed feed(XmlElement feed, List<FeedEntry> entries, List<String> faults) {
        String title =
                feed.child("title").map(text -> new AtomText(text).line()).orElse(null);
        String lang = feed.lang() != null ? feed.lang() : feed.textOf("dc:language", "language");
        return Feed.of(title, lang, authors(feed), entries, faults);
    }

    private FeedEntry read() {
        Optional<XmlElement> content = entry.child("content");
        Wording wording = Wording.summarised(
                content.map(text -> new AtomText(text).html()).orElse(null),
                entry.child("summary")
                        .map(text -> new AtomText(text).html())
                        .or(() -> EntryPicture.filmDescription(entry))
                        .orElse(null));
        return new FeedEntry(
                entry.textOf("id"),
                url(),
                entry.children("title", "media:title")
                        .flatMap(text -> Stream.ofNullable(new AtomText(text).line()))
                        .findFirst()
                        .orElse(null),
                wording.summary(),
                wording.bodyHtml(),
                authors(),
                section(),
                lang(),
                Stream.of("published", "issued", "created", "dc:date", "updated", "modified")
                        .flatMap(name -> Stream.ofNullable(entry.textOf(name)))
                        .toList(),
                EntryPicture.of(entry, entry.base(), wording.bodyHtml()),
                OwnElements.of(entry),
                List.of());
    }

    private @Nullable String url() {
        return Stream.of(
                        original(),
                        alternate()
                                .filter(link -> isPage(link.attribute("type")))
                                .flatMap(AtomEntry::address),
                        alternate().flatMap(AtomEntry::address),
                        links("canonical").flatMap(AtomEntry::address),
                        entry.children("content")
                                .flatMap(content ->
                                        Stream.ofNullable(content.base().resolve(content.attribute("src")))),
                        Stream.ofNullable(entry.textOf("id")).filter(id -> id.matches("(?i)https?://\\S+")))
                .flatMap(urls -> urls)
                .findFirst()
                .orElse(null);
    }

    private Stream<String> original() {
        return Stream.ofNullable(entry.base().resolve(entry.textOf("feedburner:origlink")));
    }

    /** A link without {@code rel} is one, RFC 4287 §4.2.7.2. */
    private Stream<XmlElement> alternate() {
        return entry.children("link").filter(link -> link.attribute("rel") == null || isRelation(link, "alternate"));
    }

    private Stream<XmlElement> links(String relation) {
        return entry.children("link").filter(link -> isRelation(link, relation));
    }

    private static boolean isRelation(XmlElement link, String relation) {
        return link.says("rel", relation) || link.says("rel", "http://www.iana.org/assignments/relation/" + relation);
    }

    private static boolean isPage(@Nullable String type) {
        return type == null || type.toLowerCase(java.util.Locale.ROOT).contains("html");
    }

    private static Stream<String> address(XmlElement link) {
        BaseAddress base = link.base();
        return Stream.ofNullable(base.resolve(
                link.attribute("href") != null
                        ? link.attribute("href")
                        : link.text().orElse(null)));
    }

    private List<String> authors() {
        List<String> own = authors(entry);
        return own.isEmpty() ? entry.child("source").map(AtomEntry::authors).orElse(List.of()) : own;
    }

    private static List<String> authors(XmlElement of) {
        return Stream.concat(
                        of.children("author")
                                .flatMap(author -> Stream.ofNullable(
                                        author.hasElements()
                                                ? author.textOf("name")
                                                : author.text().orElse(null))),
                        of.children("dc:creator").flatMap(creator -> creator.text().stream()))
                .flatMap(name -> PersonName.in(name).stream())
                .distinct()
                .toList();
    }

    private @Nullable String section() {
        return entry.children("category", "dc:subject")
                // How Blogger says that a post is a post.
                .filter(category ->
                        !String.valueOf(category.attribute("scheme")).endsWith("#kind"))
                .flatMap(category -> Stream.concat(
                        Stream.of("label", "term").flatMap(name -> Stream.ofNullable(category.attribute(name))),
                        category.text().stream()))
                .map(category -> Parser.unescapeEntities(category, true))
                .filter(category -> !category.matches("(?i)https?://\\S+") && !StockCategory.isOne(category))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String lang() {
        String told = entry.textOf("dc:language");
        return told != null ? told : entry.langOf("content", "summary", "title");
    }
}
