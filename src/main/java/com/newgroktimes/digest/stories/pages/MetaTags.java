package com.newgroktimes.digest.stories.pages;

import java.util.List;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What the head of a page says in {@code meta}: Open Graph, Twitter's cards, Dublin Core and what publishers' programs have made up. */
final class MetaTags {

    private final Document page;

    MetaTags(Document page) {
        this.page = page;
    }

    /** That of the first of these names that says anything. */
    @Nullable
    String first(String... names) {
        return all(names).findFirst().orElse(null);
    }

    /** In the order of the names. */
    Stream<String> all(String... names) {
        return Stream.of(names)
                .flatMap(name -> page.select("meta[content]").stream()
                        .filter(meta -> Stream.of("property", "name", "itemprop", "http-equiv")
                                .anyMatch(key -> meta.attr(key).strip().equalsIgnoreCase(name)))
                        // Many escape once more than HTML asks for.
                        .map(meta -> Parser.unescapeEntities(meta.attr("content"), false)
                                .strip())
                        .filter(content -> !content.isEmpty()));
    }

    List<String> dates() {
        return all(
                        "article:published_time",
                        "og:article:published_time",
                        "datePublished",
                        "parsely-pub-date",
                        "sailthru.date",
                        "dc.date.issued",
                        "dcterms.created",
                        "dc.date",
                        "pubdate",
                        "publish-date",
                        "date")
                .toList();
    }
}
