package com.newgroktimes.digest.stories.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What the head of a page says in {@code meta}: Open Graph, Twitter's cards, Dublin Core and what publishers' programs have made up. */
final class MetaTags {

    private final Map<String, List<String>> byName = new HashMap<>();

    MetaTags(Document page) {
        for (Element meta : page.select("meta[content]")) {
            // Many escape once more than HTML asks for.
            String content =
                    Parser.unescapeEntities(meta.attr("content"), false).strip();
            if (!content.isEmpty()) {
                names(meta)
                        .forEach(name -> byName.computeIfAbsent(name, none -> new ArrayList<>())
                                .add(content));
            }
        }
    }

    private static Stream<String> names(Element meta) {
        return Stream.of("property", "name", "itemprop", "http-equiv")
                .map(key -> meta.attr(key).strip().toLowerCase(Locale.ROOT))
                .distinct();
    }

    /** That of the first of these names that says anything. */
    @Nullable
    String first(String... names) {
        return all(names).findFirst().orElse(null);
    }

    /** In the order of the names. */
    Stream<String> all(String... names) {
        return Stream.of(names).flatMap(name -> byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream());
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
