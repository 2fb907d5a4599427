package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.testing.SamplePublication;

import static org.assertj.core.api.Assertions.assertThat;

/** What publishers copy. */
class SampleFeedTest {

    private final Readings readings = new Readings(
            new StoryTexts(SamplePublication.PUBLICATION, ExpectedReading.JSON),
            SamplePublication.PUBLICATION,
            ExpectedReading.JSON);

    @Test
    void itTellsAStoryInFullAndOneThatWaitsForItsTldr() throws IOException {
        FeedReading feed = readings.feed(Files.readAllBytes(Path.of("samples/feed.xml")), null, null);

        assertThat(feed.flaws()).isEmpty();
        assertThat(feed.items()).hasSize(2);
        Story whole = feed.items().get(0).reading().flawless();
        assertThat(whole).hasNoNullFieldsOrPropertiesExcept("place");
        assertThat(whole.newsSources()).hasSize(1);
        assertThat(whole.xPosts()).hasSize(1);
        Reading usual = feed.items().get(1).reading();
        assertThat(usual.flawless().headline()).isEqualTo("Gulls & chips: a truce");
        assertThat(usual.story().tldrProposed()).startsWith("The gulls of the quay");
    }
}
