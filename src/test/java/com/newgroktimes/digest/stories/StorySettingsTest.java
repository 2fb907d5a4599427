package com.newgroktimes.digest.stories;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import com.newgroktimes.digest.stories.StorySettings.FeedSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StorySettingsTest {

    private static final String FEED = "https://littleharbour.example/feed.xml";

    @Test
    void aFeedNeedsNoMoreThanItsAddress() {
        assertThat(bound(Map.of("digest.stories.feeds[0].url", FEED)).feeds())
                .containsExactly(new FeedSource(FeedAddress.valueOf(FEED), null, Duration.ofMinutes(15), null, false));
        assertThat(bound(Map.of()).feeds()).isEmpty();
    }

    @Test
    void itMaySayMore() {
        assertThat(bound(Map.of(
                                "digest.stories.feeds[0].url", FEED,
                                "digest.stories.feeds[0].section", "Harbour",
                                "digest.stories.feeds[0].interval", "2h"))
                        .feeds())
                .containsExactly(
                        new FeedSource(FeedAddress.valueOf(FEED), "Harbour", Duration.ofHours(2), null, false));
    }

    @Test
    void whatCannotBeAskedIsRefusedAtTheStart() {
        assertThatThrownBy(() -> bound(Map.of("digest.stories.feeds[0].url", "feed.xml")))
                .rootCause()
                .hasMessageContaining("\"feed.xml\" is no address of a feed");
        assertThatThrownBy(
                        () -> bound(Map.of("digest.stories.feeds[0].url", FEED, "digest.stories.feeds[1].url", FEED)))
                .rootCause()
                .hasMessageContaining("stands twice");
    }

    private static StorySettings bound(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("digest.stories", StorySettings.class);
    }
}
