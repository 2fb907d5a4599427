package com.newgroktimes.digest.stories;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.BoundedHtml;
import com.newgroktimes.digest.rendering.SafeHtml;
import com.newgroktimes.digest.stories.documents.ToldLanguage;

/** Goes through one story field by field: tidies what is there, leaves out what cannot be taken, and says why. */
final class StoryCheck {

    private static final int LONGEST_BODY = 500_000;

    private final Publication publication;
    private final Fields fields = new Fields();

    StoryCheck(Publication publication) {
        this.publication = publication;
    }

    Reading check(RawStory told) {
        return check(told, null);
    }

    /** @param summary what the source tells in short beside the story; null where it does not */
    Reading check(RawStory told, @Nullable String summary) {
        String url = fields.needed("url", fields.canonical("url", told.url()));
        String tldr = fields.lines("tldr", told.tldr());
        String body = body(told.bodyHtml(), url);
        String lang = language(told.lang());
        ReferenceCheck references = new ReferenceCheck(fields);
        ReadStory story = new ReadStory(
                url,
                fields.line("section", told.section()),
                fields.needed("headline", fields.line("headline", told.headline())),
                tldr,
                tldr == null ? ProposedTldr.of(summary, body, lang) : null,
                fields.lines("msmPerspective", told.msmPerspective()),
                fields.lines("xPerspective", told.xPerspective()),
                body,
                fields.line("byline", told.byline()),
                fields.line("place", told.place()),
                lang,
                moment(told.publishedAt()),
                image(told.image()),
                references.newsSources(told.newsSources()),
                references.xPosts(told.xPosts()));
        return new Reading(story, fields.flaws());
    }

    private @Nullable String body(@Nullable String html, @Nullable String base) {
        String given = TypedText.lines(fields.within(LONGEST_BODY, "bodyHtml", html));
        if (given == null) {
            return null;
        }
        if (BoundedHtml.isCut(given)) {
            fields.flaw(
                    "bodyHtml",
                    "It has more than %,d elements, as no article has, and is taken up to there. See whether the text is whole."
                            .formatted(BoundedHtml.MOST_ELEMENTS));
        }
        // HTML has names for signs that were not there before, and what is made safe may be longer than what was given.
        return fields.within(LONGEST_BODY, "bodyHtml", TypedText.lines(SafeHtml.of(given, base == null ? "" : base)));
    }

    private @Nullable String language(@Nullable String typed) {
        String lang = TypedText.line(typed);
        if (lang == null || ToldLanguage.isNone(lang)) {
            return null;
        }
        Optional<String> tag = ToldLanguage.of(lang);
        if (tag.isEmpty()) {
            fields.flaw("lang", "\"%s\" is no language tag, such as en or pt-BR.".formatted(lang));
        }
        return tag.orElse(null);
    }

    private @Nullable Instant moment(@Nullable String typed) {
        String text = TypedText.line(typed);
        if (text == null) {
            return null;
        }
        Optional<Instant> moment = PublishedAt.parse(text, publication.timeZone());
        if (moment.isEmpty()) {
            fields.flaw(
                    "publishedAt",
                    "\"%s\" cannot be read; write it like 2026-11-23T09:30:00Z or 2026-11-23.".formatted(text));
        }
        return moment.orElse(null);
    }

    private Story.@Nullable Image image(RawStory.@Nullable Image told) {
        if (told == null) {
            return null;
        }
        String url = picture(TypedText.line(told.url()));
        String alt = fields.line("image.alt", told.alt());
        return url == null && alt == null ? null : new Story.Image(url, alt);
    }

    /** One that we serve is kept as a path, so that it outlives a change of our own address. */
    private @Nullable String picture(@Nullable String url) {
        if (url == null) {
            return null;
        }
        String ours = publication.at("/").toString();
        String path = url.startsWith(ours) ? url.substring(ours.length() - 1) : url;
        return Picture.hashIn(path) != null ? path : fields.address("image.url", url);
    }
}
