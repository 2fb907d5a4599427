package com.newgroktimes.digest.stories;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.newgroktimes.digest.platform.fetch.SiteAnswer;
import com.newgroktimes.digest.platform.fetch.Validators;

import static org.assertj.core.api.Assertions.assertThat;

class PageInsteadTest {

    private static final URI ADDRESS = URI.create("https://harbour.example/blog/");

    @Test
    void theFeedIsNamedAsThePageWritesIt() {
        String page = """
                <!doctype html><meta charset="iso-8859-1"><title>Häfen</title>
                <link rel="alternate" type="application/rss+xml" href="/häfen.xml"><p>Welcome.""";

        assertThat(PageInstead.sentence(answer(page.getBytes(StandardCharsets.ISO_8859_1))))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("give https://harbour.example/häfen.xml instead"));
    }

    @Test
    @Timeout(20)
    void aPageOfNothingButTagsIsReadToItsEnd() {
        String page = "<!doctype html>" + "<b><i><u>".repeat(200_000);

        assertThat(PageInstead.sentence(answer(page.getBytes(StandardCharsets.UTF_8))))
                .hasValue("It is a web page. Give the address of its feed.");
    }

    private static SiteAnswer answer(byte[] body) {
        return new SiteAnswer(ADDRESS, ADDRESS, 200, body, null, "text/html", Validators.NONE, null);
    }
}
