package com.newgroktimes.digest.stories;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.rendering.HtmlText;
import com.newgroktimes.digest.stories.dates.WrittenMoment;
import com.newgroktimes.digest.stories.documents.Boilerplate;
import com.newgroktimes.digest.stories.feeds.FeedEntry;
import com.newgroktimes.digest.stories.feeds.OwnFields.Reference;

/** An entry of a feed in the shape of a story. */
final class FeedStory {

    private final FeedEntry entry;
    private final ZoneId zone;
    private final List<Flaw> flaws = new ArrayList<>();

    FeedStory(FeedEntry entry, ZoneId zone) {
        this.entry = entry;
        this.zone = zone;
        entry.notes().forEach(note -> flaws.add(new Flaw(note.field(), note.what())));
    }

    List<Flaw> flaws() {
        return flaws;
    }

    RawStory told() {
        return new RawStory(
                entry.url(),
                entry.section(),
                headline(),
                entry.own().tldr(),
                entry.own().msmPerspective(),
                entry.own().xPerspective(),
                entry.bodyHtml() == null || entry.title() == null
                        ? entry.bodyHtml()
                        : Boilerplate.withoutHeadline(entry.bodyHtml(), entry.title()),
                ByLine.of(entry.authors()),
                null,
                entry.lang(),
                publishedAt(),
                entry.picture() == null
                        ? null
                        : new RawStory.Image(
                                entry.picture().url(), entry.picture().alt()),
                entry.own().sources().stream().map(FeedStory::newsSource).toList(),
                entry.own().posts().stream().map(FeedStory::xPost).toList());
    }

    /** Short messages have no title, and are no less told. */
    private @Nullable String headline() {
        if (entry.title() != null) {
            return shortened(entry.title());
        }
        String text = entry.summary() != null
                ? entry.summary()
                : entry.bodyHtml() == null ? "" : HtmlText.lines(entry.bodyHtml());
        return FirstWords.of(text, entry.lang())
                .map(words -> {
                    flaws.add(new Flaw("headline", "It has no title; its first words stand in for one."));
                    return words;
                })
                .orElse(null);
    }

    private String shortened(String title) {
        if (title.length() <= Fields.LONGEST_LINE) {
            return title;
        }
        flaws.add(new Flaw(
                "headline",
                "The title has %,d characters; its first words stand in for it.".formatted(title.length())));
        return FirstWords.cut(title);
    }

    /** In a form that is read everywhere; as it was written where it cannot be read. */
    private @Nullable String publishedAt() {
        return entry.dates().stream()
                .map(written -> WrittenMoment.parse(written, zone, entry.lang()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Instant::toString)
                .orElseGet(() -> entry.dates().stream().findFirst().orElse(null));
    }

    private static RawStory.NewsSource newsSource(Reference reference) {
        return new RawStory.NewsSource(reference.n(), reference.url(), reference.words());
    }

    private static RawStory.XPost xPost(Reference reference) {
        return new RawStory.XPost(reference.n(), reference.url(), reference.words());
    }
}
