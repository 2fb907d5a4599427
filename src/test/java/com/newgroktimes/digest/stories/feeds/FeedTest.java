package com.newgroktimes.digest.stories.feeds;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FeedTest {

    @ParameterizedTest
    @CsvSource({
        "text/html, <p>A &lt; b’s</p>, <p>A &lt; b’s</p>",
        "text/plain, A < b’s, <p>A &lt; b’s</p>",
        "image/png, A < b’s,"
    })
    void textThatAtomPacksIsUnpacked(String type, String text, @Nullable String body) {
        String packed =
                Base64.getMimeEncoder(8, new byte[] {'\n'}).encodeToString(text.getBytes(StandardCharsets.UTF_8));

        Feed feed = read("""
                <feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>Cranes</title>
                <content type='%s' mode='base64'>%s</content></entry></feed>""".formatted(type, packed));

        assertThat(feed.entries()).extracting(FeedEntry::bodyHtml).containsExactly(body);
    }

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<guid>/2026/cranes</guid>                      | https://a.example/2026/cranes",
                "<guid isPermaLink='true'>cranes.html</guid>    | https://a.example/cranes.html",
                "<guid>https://b.example/c</guid>               | https://b.example/c",
                "<guid isPermaLink='false'>/2026/cranes</guid>  |",
                "<guid>12345</guid>                             |",
                "<guid>tag:a.example,2026:/cranes</guid>        |",
                "<guid isPermaLink='true'>urn:cranes</guid>     |",
                "<guid>12 at https://a.example</guid>           |",
            })
    void aGuidIsAnAddressUnlessItSaysOrShowsThatItIsNone(String guid, String url) {
        assertThat(rss("<item><title>A</title>%s</item>".formatted(guid)).entries())
                .extracting(FeedEntry::url)
                .containsExactly(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<description>&amp;lt;p&amp;gt;The &amp;lt;b&amp;gt;crane&amp;lt;/b&amp;gt; turned.&amp;lt;/p&amp;gt;</description> | <p>The <b>crane</b> turned.</p>",
                "<description>Use &amp;lt;p&amp;gt; to begin, and so on, %s</description>                                          | <p>Use &lt;p&gt; to begin",
            })
    void htmlThatIsEscapedTwiceIsReadAsHtmlAndTextAboutTagsAsText(String described, String body) {
        String words = "and on ".repeat(50);

        assertThat(rss("<item><link>/a</link>%s</item>".formatted(described.formatted(words)))
                        .entries()
                        .get(0)
                        .bodyHtml())
                .startsWith(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<title>C</title>                                       | en",
                "<title xml:lang='de'>C</title>                         | de",
                "<title>C</title><description xml:lang='fr'>D</description> | fr",
            })
    void aTitleOrTextMaySayItsLanguage(String inside, String lang) {
        Feed feed = read("<rss version='2.0' xml:lang='en'><channel><item>%s</item></channel></rss>".formatted(inside));
        Feed atom = read("<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><entry>%s</entry></feed>"
                .formatted(inside.replace("description", "summary")));

        assertThat(feed.entries()).extracting(FeedEntry::lang).containsExactly(lang);
        assertThat(atom.entries()).extracting(FeedEntry::lang).containsExactly(lang);
    }

    @Test
    void theDescriptionOfAPictureIsNoSummary() {
        FeedEntry entry = rss("""
                        <item><link>/a</link><media:group><media:content url="https://cdn.example/photo/1" width="800"/>
                        <media:description>Two cranes at dawn</media:description></media:group></item>
                        """).entries().get(0);

        assertThat(entry.summary()).isNull();
        assertThat(entry.picture()).isEqualTo(new FeedPicture("https://cdn.example/photo/1", "Two cranes at dawn"));
    }

    @Test
    void whoWroteItIsNotItsPicture() {
        FeedEntry entry = rss("""
                        <item><link>/a</link><media:content url="https://1.gravatar.com/avatar/a" medium="image"/>
                        <media:content url="https://cdn.example/pixel.gif" medium="image" width="1"/>
                        <media:content url="https://cdn.example/crane.jpg" medium="image"/></item>
                        """).entries().get(0);

        assertThat(entry.picture()).isEqualTo(new FeedPicture("https://cdn.example/crane.jpg", null));
    }

    @Test
    void aPictureThatIsAttachedIsThePictureAndAnAttachmentMayBeAllThatThereIs() {
        Feed feed = read("""
                {"version": "https://jsonfeed.org/version/1.1", "items": [
                 {"id": "1", "url": "https://a.example/1", "attachments": [{"url": "a.mp3", "mime_type": "audio/mpeg"}, {"url": "/c", "mime_type": "Image/JPEG"}]},
                 {"id": "2", "attachments": [{"url": "https://a.example/a.mp3", "mime_type": "audio/mpeg"}]},]}
                """);

        assertThat(feed.faults()).isEmpty();
        assertThat(feed.entries().get(0).picture()).isEqualTo(new FeedPicture("https://a.example/c", null));
        assertThat(feed.entries().get(1).url()).isEqualTo("https://a.example/a.mp3");
        assertThat(feed.entries().get(1).notes()).hasSize(1);
    }

    @Test
    void whatFailedBeforeItAndASignThatBeginsNothingCostNothing() {
        Feed feed = read("<br /><b>Warning</b>: Undefined variable in <b>/www/feed.php</b><br />\n<?XML version='1.0'?>"
                + "<rss><channel><item><title>1 < 2</title></item><item><title>B</title></item></channel></rss>");

        assertThat(feed.faults()).isEmpty();
        assertThat(feed.entries()).extracting(FeedEntry::title).containsExactly("1 < 2", "B");
    }

    @Test
    void aFeedIsKnownByItsBeginningWhateverItIsLabelled() {
        assertThat(Feed.isOne(" <?xml version='1.0'?><!-- <html> --><rss>".getBytes(StandardCharsets.UTF_16LE)))
                .isTrue();
        assertThat(Feed.isOne("{\"version\": \"https://jsonfeed.org/version/1\"}".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(Feed.isOne("<!doctype html><html><p><rss>".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    private static Feed rss(String items) {
        return read("<rss version=\"2.0\"><channel><title>A</title>%s</channel></rss>".formatted(items));
    }

    private static Feed read(String document) {
        return Feed.read(document.getBytes(StandardCharsets.UTF_8), null, "https://a.example/feed");
    }
}
