package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Story;

import static com.newgroktimes.digest.editions.TestStory.named;
import static org.assertj.core.api.Assertions.assertThat;

class NewVersionTest {

    private static final Story WITHOUT_TLDR = named("chips").withTldr(null).story();

    @Test
    void aTldrThatWentOutAsItWasProposedIsNoDifference() {
        var copy = new EditionStory(1, 1, true, proposing("They hum.").asMailed(), null);

        assertThat(NewVersion.of(copy, proposing("They hum."), false).isNone()).isTrue();
    }

    @Test
    void oneThatIsProposedOtherwiseSinceIsADifference() {
        var copy = new EditionStory(1, 1, true, proposing("They hum.").asMailed(), null);

        assertThat(NewVersion.of(copy, proposing("They stopped."), false).differences())
                .containsExactly(new Difference("tldr", "They hum.", "They stopped."));
    }

    @Test
    void whatDecidesWhereAndHowItStandsIsADifferenceToo() {
        Story story = named("chips").story();
        var copy = new EditionStory(1, 1, true, story, null);
        Story moved = new Story(
                story.url(),
                "World",
                story.headline(),
                story.tldr(),
                story.msmPerspective(),
                story.xPerspective(),
                story.bodyHtml(),
                story.byline(),
                story.place(),
                "ar",
                Instant.parse("2026-11-20T09:30:00Z"),
                story.image(),
                story.newsSources(),
                story.xPosts());
        StoredStory now =
                new StoredStory(1, moved, null, null, StoredStory.API, Instant.EPOCH, Instant.EPOCH, null, false);

        assertThat(NewVersion.of(copy, now, false).differences())
                .extracting(Difference::field)
                .containsExactly("section", "lang", "publishedAt");
    }

    @Test
    void picturesSourcesAndPostsAreToldInWords() {
        Story story = named("chips")
                .showing("https://news.example.org/chips.jpg", "A chip")
                .story();
        var copy = new EditionStory(1, 1, true, story, null);
        Story sourced = new Story(
                story.url(),
                story.section(),
                story.headline(),
                story.tldr(),
                story.msmPerspective(),
                story.xPerspective(),
                story.bodyHtml(),
                story.byline(),
                story.place(),
                story.lang(),
                story.publishedAt(),
                new Story.Image(null, "Two chips"),
                List.of(
                        new Story.NewsSource(1, "https://wire.example/chips", "The wire"),
                        new Story.NewsSource(2, "https://daily.example/chips", null)),
                List.of(new Story.XPost(3, "https://x.com/ada/1", "They hum.")));
        StoredStory now =
                new StoredStory(1, sourced, null, null, StoredStory.API, Instant.EPOCH, Instant.EPOCH, null, false);

        assertThat(NewVersion.of(copy, now, false).differences())
                .containsExactly(
                        new Difference("image", "A chip https://news.example.org/chips.jpg", "Two chips"),
                        new Difference(
                                "newsSources",
                                "",
                                "[1] The wire https://wire.example/chips\n[2] https://daily.example/chips"),
                        new Difference("xPosts", "", "[3] They hum. https://x.com/ada/1"));
    }

    private static StoredStory proposing(String tldr) {
        return new StoredStory(1, WITHOUT_TLDR, null, tldr, StoredStory.API, Instant.EPOCH, Instant.EPOCH, null, true);
    }
}
