package com.newgroktimes.digest.stories;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.testing.SamplePublication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * The documents that the Python library feedparser is tested with, which its package on PyPI carries (BSD-2-Clause) and no Maven artefact does:
 * {@code -Ddigest.feedparser=} names the directory of its tests.
 */
@EnabledIfSystemProperty(named = "digest.feedparser", matches = ".+")
class FeedparserDocumentsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern EXPECTED = Pattern.compile(
            "Expect:\\s+(?:not bozo and )?entries\\[0\\]\\['(title|link)'\\] == u?'((?:[^'\\\\]|\\\\.)*)'\\s");
    /**
     * Where we read another thing on purpose: text in base64 and channels of 1997 are read by nobody any more, text is text whatever signs
     * are in it, an address is told by the caller and its host is in lower case, UTF-7 is read by no browser, and what is left of markup in titles is a matter of taste.
     */
    private static final Pattern OTHERWISE = Pattern.compile(
            "base64|/cdf/|utf_?-?7|text_plain_brackets|content_location|item_image_link_conflict|entry_title_(?:crazy|object)");

    private static final Pattern MEDIA_TYPE = Pattern.compile("(?i)Header:\\s+Content-type:\\s*(\\S.*)");

    private final Readings readings =
            new Readings(new StoryTexts(SamplePublication.PUBLICATION, JSON), SamplePublication.PUBLICATION, JSON);

    @Test
    void eachIsReadOrRefusedInWordsAtOnceAndNothingInItActs() throws IOException {
        List<Path> documents = documents();
        assertThat(documents).hasSizeGreaterThan(2_000);
        for (Path document : documents) {
            byte[] bytes = Files.readAllBytes(document);
            Optional<FeedReading> reading =
                    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(bytes), document::toString);
            reading.stream()
                    .flatMap(feed -> feed.items().stream())
                    .map(item -> item.reading().story().bodyHtml())
                    .filter(body -> body != null)
                    .forEach(body -> assertInert(body, document));
        }
    }

    @Test
    void titlesAndLinksAreThoseThatItsAuthorsExpect() throws IOException {
        int compared = 0;
        for (Path document : documents()) {
            byte[] bytes = Files.readAllBytes(document);
            Matcher expected = EXPECTED.matcher(new String(bytes, StandardCharsets.UTF_8));
            if (expected.find() && !OTHERWISE.matcher(document.toString()).find()) {
                compared++;
                assertThat(read(bytes).map(feed -> told(expected.group(1), feed)))
                        .as("%s", document)
                        .contains(Jsoup.parse(expected.group(2)).text());
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    private static String told(String field, FeedReading feed) {
        ReadStory story = feed.items().get(0).reading().story();
        return Objects.requireNonNullElse(field.equals("title") ? story.headline() : story.url(), "");
    }

    private Optional<FeedReading> read(byte[] document) {
        try {
            return Optional.of(
                    readings.feed(document, mediaType(document), URI.create("http://127.0.0.1:8097/feed.xml")));
        } catch (Problem noFeed) {
            assertThat(noFeed.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }

    private static @Nullable String mediaType(byte[] document) {
        Matcher told = MEDIA_TYPE.matcher(new String(document, StandardCharsets.ISO_8859_1));
        return told.find() ? told.group(1).strip() : null;
    }

    private static void assertInert(String body, Path document) {
        Document shown = Jsoup.parse(body);
        assertThat(shown.select("script, style, iframe, object, embed, form, img, svg, math, base, meta, link"))
                .as("%s", document)
                .isEmpty();
        assertThat(shown.body().getAllElements().stream()
                        .flatMap(at -> at.attributes().asList().stream())
                        .map(Attribute::getKey))
                .as("%s", document)
                .allMatch("href"::equals);
        assertThat(shown.select("a[href]").eachAttr("href"))
                .as("%s", document)
                .allMatch(href -> href.matches("(?i)(https?|mailto):.*"));
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("digest.feedparser")))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }
}
