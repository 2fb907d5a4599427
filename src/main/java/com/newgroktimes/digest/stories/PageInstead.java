package com.newgroktimes.digest.stories;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import org.jsoup.nodes.Document;

import com.newgroktimes.digest.platform.fetch.SiteAnswer;
import com.newgroktimes.digest.stories.pages.ArticlePage;
import com.newgroktimes.digest.stories.pages.Obstacle;

/** A web page that came where a feed was asked for: what it is, and what to do. */
final class PageInstead {

    private static final int BEGINNING = 1_000;
    private static final String FEEDS =
            "link[rel~=(?i)\\balternate\\b][type~=(?i)^application/(?:rss\\+xml|atom\\+xml|feed\\+json)][href]";

    private PageInstead() {}

    /** Empty where it is no page. */
    static Optional<String> sentence(SiteAnswer answer) {
        if (!isPage(answer)) {
            return Optional.empty();
        }
        String address = answer.address().toString();
        Document page = ArticlePage.parse(answer.body(), answer.contentType(), address);
        return Optional.of(obstacle(ArticlePage.of(page, address))
                .or(() -> feed(page))
                .orElse("It is a web page. Give the address of its feed."));
    }

    private static boolean isPage(SiteAnswer answer) {
        String beginning = new String(
                        answer.body(), 0, Math.min(BEGINNING, answer.body().length), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return beginning.contains("<!doctype html") || beginning.contains("<html");
    }

    private static Optional<String> obstacle(ArticlePage page) {
        Obstacle obstacle = page.obstacle();
        if (obstacle == Obstacle.CHALLENGE) {
            return Optional.of(
                    "It is a page that keeps programs out. Ask the site to let this service through, or send its stories by the API.");
        }
        return obstacle == Obstacle.SIGN_IN
                ? Optional.of("It is a page to sign in on. Give the address of a feed that anybody may read.")
                : Optional.empty();
    }

    private static Optional<String> feed(Document page) {
        return page.select(FEEDS).stream()
                .map(link -> link.absUrl("href"))
                .filter(address -> !address.isEmpty())
                .findFirst()
                .map("It is a web page. It names a feed: give %s instead."::formatted);
    }
}
