package com.newgroktimes.digest.editions.digest;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.stories.Story.NewsSource;
import com.newgroktimes.digest.stories.Story.XPost;

import static org.assertj.core.api.Assertions.assertThat;

class LinkNamesTest {

    private final LinkNames names = new LinkNames(Locale.ENGLISH);

    @Test
    void aSourceWithoutATitleShowsItsHost() {
        assertThat(source("https://www.harbourwire.example/a")).isEqualTo("harbourwire.example");
    }

    @Test
    void twoAddressesNeverHaveOneName() {
        assertThat(source("https://harbourwire.example/a")).isEqualTo("harbourwire.example");
        assertThat(source("https://harbourwire.example/b")).isEqualTo("harbourwire.example (2)");
        assertThat(source("https://harbourwire.example/a")).isEqualTo("harbourwire.example");
    }

    @Test
    void aPostShowsItsWriter() {
        assertThat(post("https://x.com/grid_watcher/status/123?s=20")).isEqualTo("@grid_watcher");
    }

    @Test
    void aPostThatNamesNoWriterShowsItsHost() {
        assertThat(post("https://x.com/i/status/123")).isEqualTo("x.com");
        assertThat(post("no address at all")).isEqualTo("no address at all");
    }

    @Test
    void aNameThatIsTakenElsewhereInTheMailIsNoSources() {
        names.of("Harbour Wire", "https://harbourwire.example");

        assertThat(names.source(new NewsSource(1, "https://harbourwire.example/a", "Harbour Wire"))
                        .name())
                .isEqualTo("Harbour Wire (2)");
    }

    @Test
    void aNameThatRunsAgainstTheMailSaysSo() {
        assertThat(names.source(new NewsSource(1, "https://a.example/a", "مرصد صغير"))
                        .dir())
                .isEqualTo("rtl");
        assertThat(names.source(new NewsSource(2, "https://b.example/b", "A paper"))
                        .dir())
                .isNull();
        assertThat(new LinkNames(Locale.forLanguageTag("ar"))
                        .post(new XPost(1, "https://x.com/ana/status/1", null))
                        .dir())
                .isEqualTo("ltr");
    }

    private String source(String url) {
        return names.source(new NewsSource(1, url, null)).name();
    }

    private String post(String url) {
        return names.post(new XPost(1, url, null)).name();
    }
}
