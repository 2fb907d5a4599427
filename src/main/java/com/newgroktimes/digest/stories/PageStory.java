package com.newgroktimes.digest.stories;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.stories.dates.WrittenMoment;
import com.newgroktimes.digest.stories.documents.Boilerplate;
import com.newgroktimes.digest.stories.pages.ArticlePage;

/** The page of an article in the shape of a story. */
final class PageStory {

    private PageStory() {}

    static RawStory of(ArticlePage page, ZoneId zone) {
        return new RawStory(
                page.url(),
                page.section(),
                page.title() == null ? null : FirstWords.within(Fields.LONGEST_LINE, page.title()),
                null,
                null,
                null,
                page.bodyHtml() == null || page.title() == null
                        ? page.bodyHtml()
                        : Boilerplate.withoutHeadline(page.bodyHtml(), page.title()),
                ByLine.of(page.authors()),
                null,
                page.lang(),
                publishedAt(page, zone),
                page.pictureUrl() == null ? null : new RawStory.Image(page.pictureUrl(), page.pictureAlt()),
                null,
                null);
    }

    static List<Flaw> flaws(ArticlePage page) {
        return page.obstacle() == null
                ? List.of()
                : List.of(new Flaw(
                        page.obstacle().standsInstead() ? "page" : "bodyHtml",
                        page.obstacle().sentence()));
    }

    private static @Nullable String publishedAt(ArticlePage page, ZoneId zone) {
        return page.dates().stream()
                .map(written -> WrittenMoment.parse(written, zone, page.lang()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Instant::toString)
                .orElseGet(() -> page.dates().stream().findFirst().orElse(null));
    }
}
