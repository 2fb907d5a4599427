package com.newgroktimes.digest.editions;

import java.time.Instant;

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

    private static StoredStory proposing(String tldr) {
        return new StoredStory(1, WITHOUT_TLDR, null, tldr, StoredStory.API, Instant.EPOCH, Instant.EPOCH, null, true);
    }
}
