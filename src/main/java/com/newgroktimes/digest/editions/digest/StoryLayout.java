package com.newgroktimes.digest.editions.digest;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.Excerpt;
import com.newgroktimes.digest.stories.Story;

/** Lays out the stories of one mail, one after the other: some things are said once a mail. */
final class StoryLayout {

    private static final int SHORT_TITLE = 60;
    private static final int BODY_PARAGRAPHS = 3;
    private static final int BODY_WORDS = 180;

    private final Publication publication;
    private final Locale language;
    private final LinkNames names;
    private boolean msmExplained;
    private boolean xExplained;

    /** @param stories all of them: their headlines are links too, whose names no source may have */
    StoryLayout(Publication publication, Locale language, List<EditionStory> stories) {
        this.publication = publication;
        this.language = language;
        this.names = new LinkNames(language);
        names.of(publication.name(), publication.siteUrl().toString());
        stories.forEach(
                copy -> names.of(headline(copy.content()), copy.content().url()));
    }

    DigestStory story(EditionStory copy, int position, boolean lead) {
        Story story = copy.content();
        String headline = headline(story);
        StoryLength length = StoryLength.of(lead);
        DigestStory.Perspective msm = perspective(story.msmPerspective(), length, !msmExplained);
        DigestStory.Perspective x = perspective(story.xPerspective(), length, !xExplained);
        msmExplained |= msm != null;
        xExplained |= x != null;
        return new DigestStory(
                position,
                lead,
                Headlines.oneLine(story.section()),
                headline,
                story.url(),
                names.of(Headlines.shorten(headline, SHORT_TITLE), story.url()),
                picture(copy),
                beginning(story.tldr(), length.tldrWords()),
                msm,
                x,
                lead ? Excerpt.of(story.bodyHtml(), BODY_PARAGRAPHS, BODY_WORDS) : List.of(),
                Headlines.oneLine(story.signature()),
                SourceList.of(story.newsSources().stream().map(names::source).toList(), length.newsSources()),
                SourceList.of(story.xPosts().stream().map(names::post).toList(), length.xPosts()),
                writing(story, headline));
    }

    DigestModel.Headline headline(EditionStory copy) {
        String headline = headline(copy.content());
        return new DigestModel.Headline(headline, copy.content().url(), writing(copy.content(), headline));
    }

    private static String headline(Story story) {
        return Headlines.line(story.headline());
    }

    private Writing writing(Story story, String headline) {
        return Writing.of(story.lang(), language, headline);
    }

    private static DigestStory.@Nullable Perspective perspective(
            @Nullable String typed, StoryLength length, boolean explained) {
        String text = beginning(typed, length.perspectiveWords());
        return text == null ? null : new DigestStory.Perspective(text, explained);
    }

    private static @Nullable String beginning(@Nullable String typed, int mostWords) {
        String line = Headlines.oneLine(typed);
        return line == null ? null : Excerpt.beginning(line, mostWords);
    }

    private DigestStory.@Nullable Picture picture(EditionStory copy) {
        if (copy.picture() == null) {
            return null;
        }
        Story.Image image = copy.content().image();
        String alt = image == null ? null : Headlines.oneLine(image.alt());
        String url = publication.at("/pictures/" + copy.picture() + ".jpg").toString();
        return new DigestStory.Picture(url, alt == null ? "" : alt);
    }
}
