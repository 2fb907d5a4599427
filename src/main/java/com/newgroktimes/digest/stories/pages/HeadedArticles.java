package com.newgroktimes.digest.stories.pages;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Those articles of a page that stand below its headline: what it tells of others beside them may be longer. */
final class HeadedArticles {

    private static final String ARTICLE = "article, [role=article]";
    private static final int MOST_HEADINGS = 100;

    private final List<Set<Element>> surestFirst;

    private HeadedArticles(List<Set<Element>> surestFirst) {
        this.surestFirst = surestFirst;
    }

    /** @param headline null where the page has none */
    static HeadedArticles of(Document page, @Nullable String headline) {
        return new HeadedArticles(List.of(
                around(page.selectStream("h1, h2, h3, [itemprop~=headline]")
                        .filter(heading -> heading.text().strip().equalsIgnoreCase(headline))),
                around(page.selectStream("h1").filter(Element::hasText))));
    }

    private static Set<Element> around(Stream<Element> headings) {
        return headings.limit(MOST_HEADINGS)
                .flatMap(heading -> heading.parents().stream())
                .filter(parent -> parent.is(ARTICLE))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What may be its text, from the surest guess to anything: what is such an article, stands in one, or in none at all. */
    Stream<Predicate<Element>> guesses() {
        return Stream.concat(
                surestFirst.stream()
                        .filter(articles -> !articles.isEmpty())
                        .map(articles -> element -> articles.contains(element)
                                || element.parents().stream().anyMatch(articles::contains)
                                || element.closest(ARTICLE) == null),
                Stream.of(any -> true));
    }
}
