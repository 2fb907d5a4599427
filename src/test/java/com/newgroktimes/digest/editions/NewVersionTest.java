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

    private static StoredStory proposing(String tldr) {
        return new StoredStory(1, WITHOUT_TLDR, null, tldr, StoredStory.API, Instant.EPOCH, Instant.EPOCH, null, true);
    }
}
