package com.newgroktimes.digest.operator.api;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.Placement;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.stories.Flaw;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Story;

/**
 * A story as the API shows it. The names and their order are a promise to those who read it, which what we
 * keep of a {@link Story} is not.
 *
 * @param problems what could not be read of the document it came in; only in the answer to that document
 */
record StoryBody(
        String url,
        @Nullable String section,
        String headline,
        @Nullable String tldr,
        @Nullable String tldrProposed,
        @Nullable String msmPerspective,
        @Nullable String xPerspective,
        @Nullable String bodyHtml,
        @Nullable String byline,
        @Nullable String place,
        @Nullable String lang,
        @Nullable Instant publishedAt,
        Story.@Nullable Image image,
        List<Story.NewsSource> newsSources,
        List<Story.XPost> xPosts,
        Placement.Status status,
        @Nullable Integer edition,
        @Nullable String why,
        Instant firstSeen,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flaw> problems) {

    static StoryBody of(StoredStory stored, Placement placement, Publication publication, List<Flaw> problems) {
        Story story = stored.story();
        return new StoryBody(
                story.url(),
                story.section(),
                story.headline(),
                story.tldr(),
                stored.tldrProposed(),
                story.msmPerspective(),
                story.xPerspective(),
                story.bodyHtml(),
                story.byline(),
                story.place(),
                story.lang(),
                story.publishedAt(),
                image(story.image(), publication),
                story.newsSources(),
                story.xPosts(),
                placement.status(),
                placement.edition(),
                placement.why(),
                stored.firstSeen(),
                problems);
    }

    /** A picture of ours is kept by its path, and shown by its address. */
    private static Story.@Nullable Image image(Story.@Nullable Image image, Publication publication) {
        if (image == null || image.url() == null || !image.url().startsWith("/")) {
            return image;
        }
        return new Story.Image(publication.at(image.url()).toString(), image.alt());
    }
}
