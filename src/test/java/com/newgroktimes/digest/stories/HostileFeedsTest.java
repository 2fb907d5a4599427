package com.newgroktimes.digest.stories;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.testing.SamplePublication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Documents that are made to cost time: each is read, or refused, before a reader of logs would notice. */
@Timeout(60)
class HostileFeedsTest {

    private static final int MANY = 10_000;

    private final Readings readings = new Readings(
            new StoryTexts(SamplePublication.PUBLICATION, ExpectedReading.JSON),
            SamplePublication.PUBLICATION,
            ExpectedReading.JSON);

    static Stream<Arguments> documents() {
        return Stream.of(
                arguments("ampersands", item("<title>" + "&".repeat(MANY) + "</title>")),
                arguments("sections without an end", item("<title>" + "<![CDATA[".repeat(MANY) + "</title>")),
                arguments("comments without an end", item("<title>" + "<!--".repeat(MANY) + "</title>")),
                arguments("declarations", "<?xml ".repeat(MANY)),
                arguments("doctypes", "<!DOCTYPE a [".repeat(MANY)),
                arguments("nested elements", item("<a>".repeat(MANY))),
                arguments("nested tags", item(text("<div>".repeat(MANY) + "deep"))),
                arguments("very many nested tags", item(text("<div>".repeat(6 * MANY) + "deep"))),
                arguments("very many links that are open", item(text("<a href=x>".repeat(6 * MANY) + "deep"))),
                arguments("links that are open", item(text("<a href=x>".repeat(MANY) + "deep"))),
                arguments("blanks in a text", item(text("a" + " ".repeat(MANY) + "b"))),
                arguments("blanks in a link", item("<link>https://a.example/" + " ".repeat(MANY) + "b</link>")),
                arguments("an author of brackets", item("<author>" + "(".repeat(MANY) + "@</author>")),
                arguments("an author of blanks", item("<author>a" + " &lt; ".repeat(MANY) + "</author>")),
                arguments("a date of blanks", item("<pubDate>Mon" + " ,".repeat(MANY) + "</pubDate>")),
                arguments("ends of sentences", item(text("a.\n".repeat(MANY)))),
                arguments("cuts", item(text("[… ".repeat(MANY)))),
                arguments("JSON in JSON", "{\"items\":" + "[".repeat(MANY)),
                arguments("objects in JSON", "{\"items\":[" + "{\"a\":".repeat(MANY)),
                arguments("nothing but blanks", " ".repeat(MANY)));
    }

    private static String item(String inside) {
        return "<rss version=\"2.0\"><channel><item>" + inside + "</item></channel></rss>";
    }

    private static String text(String html) {
        return "<title>t</title><link>https://a.example/</link><description><![CDATA[" + html + "]]></description>";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void noDocumentTakesLong(String what, String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);

        assertThat(readOrRefused(bytes)).as(what).isTrue();
        assertThat(readings.page(bytes, "text/html", null)).as(what).isNotNull();
    }

    private boolean readOrRefused(byte[] document) {
        try {
            return readings.feed(document, null, null).items().size() < 2;
        } catch (Problem refused) {
            return refused.kind() == Problem.Kind.UNPROCESSABLE;
        }
    }

    @Test
    void ofVeryManyEntriesTheFirstAreReadAndTheRestIsTold() {
        String feed =
                "<rss version=\"2.0\"><channel>" + "<item><title>a</title></item>".repeat(20_000) + "</channel></rss>";

        FeedReading reading = readings.feed(feed.getBytes(StandardCharsets.UTF_8), null, null);

        assertThat(reading.items()).hasSize(5_000);
        assertThat(reading.flaws())
                .extracting(Flaw::what)
                .singleElement()
                .asString()
                .contains("more than 5,000 entries");
    }
}
