package com.newgroktimes.digest.stories.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Feeds made to be gone through for hours. How long they take is not measured here: only that they end. */
class HostileFeedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LENGTH = 200_000;

    @ParameterizedTest
    @ValueSource(strings = {"<??>", "<!---->", "<?a?> ", "<!DOCTYPE a>", "{", " "})
    void whatABeginningIsMadeOfIsToldInTime(String part) {
        byte[] document = part.repeat(4_000 / part.length()).getBytes(StandardCharsets.UTF_8);

        assertThat(assertTimeoutPreemptively(PATIENCE, () -> Feed.isOne(document)))
                .isFalse();
    }

    @Test
    void whatStandsBeforeTheRootMakesItNoOther() {
        assertThat(Feed.isOne("<?xml version='1.0'?><!-- a --> <?b?>\n<!-- --><rss>".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                ">",
                "{",
                "&",
                "&amp;",
                " ",
                "1",
                "\"",
                "<p ",
                "<p>",
                "<p >",
                "&lt;p ",
                "&lt;p &gt;",
                "<img>",
                "<input>a",
                "\n",
                "/",
                "@",
                "(",
                "-"
            })
    void anEntryOfOneRepeatedSignIsReadInTime(String sign) {
        String signs = HtmlUtils.htmlEscape("a" + sign.repeat(LENGTH / sign.length()) + "b", "UTF-8");
        String rss = """
                <rss version="2.0"><channel><title>A</title><item><title>%1$s</title><link>https://a.example/%1$s</link>
                <description>%1$s</description><author>%1$s</author><pubDate>%1$s</pubDate><category>%1$s</category>
                </item></channel></rss>""".formatted(signs);
        String atom = """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>%1$s</id><title type="%1$s">A</title>
                <summary>%1$s</summary><content type="html">%1$s</content><author><name>%1$s</name></author>
                <updated>%1$s</updated></entry></feed>""".formatted(signs);

        assertThat(read(rss).entries()).hasSize(1);
        assertThat(read(atom).entries()).hasSize(1);
    }

    private static Feed read(String feed) {
        byte[] document = feed.getBytes(StandardCharsets.UTF_8);
        return assertTimeoutPreemptively(PATIENCE, () -> Feed.read(document, null, "https://a.example/feed"));
    }
}
