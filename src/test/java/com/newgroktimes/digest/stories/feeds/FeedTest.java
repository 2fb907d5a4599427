package com.newgroktimes.digest.stories.feeds;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FeedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tom & Jerry            | Tom & Jerry",
                "Tom &amp; Jerry; & Co; | Tom & Jerry; & Co;",
                "A & B &#x26; C &#nine; | A & B & C &#nine;",
                "&&&                    | &&&",
                "&nobody; &eacute;t&eacute; | &nobody; été",
                "<![CDATA[Q&A]]>        | Q&A",
            })
    void anAmpersandThatBeginsNothingStandsForItself(String written, String title) {
        Feed feed = rss(
                "<item><title>%s</title><link>https://a.example/?a=1&b=2&copy=3</link></item><item><title>B</title></item>"
                        .formatted(written));

        assertThat(feed.faults()).isEmpty();
        assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly(title, "B");
        assertThat(feed.entries().get(0).url()).isEqualTo("https://a.example/?a=1&b=2&copy=3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vector&lt;int&gt; in short        | vector<int> in short",
                "a &lt;b c                         | a <b c",
                "Foo &lt;bar@x.example&gt;         | Foo <bar@x.example>",
                "1 &lt; 2 &amp;amp; 3 &gt; 2       | 1 < 2 & 3 > 2",
                "&lt;b class='x'&gt;Bold&lt;/b&gt; &lt;!-- no --&gt;and&lt;BR/&gt;broken | Bold and broken",
                "&lt;o:p&gt;Office&lt;/o:p&gt;     | Office",
            })
    void whatIsNoElementOfHtmlIsTextOfATitle(String written, String title) {
        assertThat(rss("<item><title>%s</title></item>".formatted(written)).entries())
                .extracting(FeedEntry::title)
                .containsExactly(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"items\": [{\"a\": NaN}]}", "{\"items\": [1%s]}", "{\"items\": %s"})
    void whatIsBrokenIsToldInWordsThatAreNoProgrammers(String document) {
        String broken =
                document.contains("1%s") ? document.formatted("2".repeat(5_000)) : document.formatted("[".repeat(600));

        assertThat(read(broken).faults()).singleElement().asString().doesNotContain("Json", "Constraints", "`");
    }

    @Test
    void norInXml() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 10_001; i++) {
            attributes.append(" a").append(i).append("=''");
        }

        assertThat(rss("<item%s></item>".formatted(attributes)).faults())
                .singleElement()
                .asString()
                .doesNotContain("JAXP");
    }

    @Test
    void aJsonFeedWithoutItemsIsTold() {
        Feed feed = read("{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"A\"}");

        assertThat(feed.faults()).singleElement().asString().contains("It has no items");
    }

    private static Feed rss(String items) {
        return read("<rss version=\"2.0\"><channel><title>A</title>%s</channel></rss>".formatted(items));
    }

    private static Feed read(String document) {
        return Feed.read(document.getBytes(StandardCharsets.UTF_8), null, "https://a.example/feed");
    }
}
