package com.newgroktimes.digest.stories;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.testing.SamplePublication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReadingsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Readings readings =
            new Readings(new StoryTexts(SamplePublication.PUBLICATION, JSON), SamplePublication.PUBLICATION, JSON);

    @Test
    void theWholeShapeIsReadFieldByField() {
        Reading reading = json("""
                {"url": "https://News.example/chips?utm_source=x", "section": "Technology", "headline": "A chip cluster wakes up",
                 "tldr": "Two sentences. In short.", "msmPerspective": "A triumph of planning.",
                 "xPerspective": "A triumph of spending.", "bodyHtml": "<p>It hums [1].</p><p>It really does [2].</p>",
                 "byline": "DAVID CHEN", "place": "Beijing", "lang": "en", "publishedAt": "2026-11-23T09:30:00Z",
                 "image": {"url": null, "alt": "A hall of grey cabinets"},
                 "newsSources": [{"n": 1, "url": "https://wire.example/chips", "title": "Harbour Wire"}],
                 "xPosts": [{"n": 2, "url": "https://x.com/gridwatcher/status/1", "text": "it hums"}]}
                """);

        assertThat(reading.flaws()).isEmpty();
        assertThat(reading.flawless()).isEqualTo(TestStories.story("https://news.example/chips"));
    }

    /** An ampersand is written with five signs where it is kept. */
    @Test
    void aBodyIsMeasuredAsItIsKeptToo() {
        String body = "{\"url\": \"https://news.example/a\", \"headline\": \"A\", \"bodyHtml\": \"<p>%s</p>\"}";

        assertThat(json(body.formatted("&".repeat(90_000))).flaws()).isEmpty();
        assertThat(json(body.formatted("&".repeat(110_000))).flaws())
                .containsExactly(new Flaw("bodyHtml", "It has 550,007 characters; at most 500,000 are taken."));
    }

    @Test
    void aBodyOfMoreElementsThanAnArticleHasIsCutAndSaysSo() {
        Reading reading =
                json("{\"url\": \"https://news.example/a\", \"headline\": \"A\", \"bodyHtml\": \"<p>begin %s</p>end\"}"
                        .formatted("<br>".repeat(110_000)));

        assertThat(reading.story().bodyHtml()).contains("begin").doesNotContain("end");
        assertThat(reading.flaws())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.what()).startsWith("It has more than 100,000 elements"));
    }

    @Test
    void whatWeAddToTheShapeMayBeSentBack() {
        Reading reading = json("""
                {"url": "https://news.example/a", "headline": "A", "tldr": "a", "tldrProposed": null, "status": "NEXT",
                 "edition": null, "why": null, "firstSeen": "2026-11-23T09:30:00Z"}
                """);

        assertThat(reading.flaws()).isEmpty();
    }

    @Test
    void addressAndHeadlineAreEnough() {
        assertThat(json("{\"url\": \"https://news.example/a\", \"headline\": \"A\"}")
                        .flawless())
                .extracting(Story::headline, Story::tldr, Story::newsSources)
                .containsExactly("A", null, List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                | url",
                "{'url': 'https://news.example/a'}                 | headline",
                "{'url': '  ', 'headline': 'A'}                    | url",
                "{'url': 'news.example/a', 'headline': 'A'}        | url",
                "{'url': 'https://news.example/a', 'headline': '\\u0000\\n'} | headline",
                "{'url': 'https://news.example/a', 'headline': 'A', 'publishedAt': 'yesterday'} | publishedAt",
                "{'url': 'https://news.example/a', 'headline': 'A', 'lang': 'engelsk språk'} | lang",
                "{'url': 'https://news.example/a', 'headline': 'A', 'image': {'url': 'a.jpg'}} | image.url",
                "{'url': 'https://news.example/a', 'headline': 'A', 'newsSources': [{'title': 'B'}]} | newsSources[0].url",
                "{'url': 'https://news.example/a', 'headline': 'A', 'xPosts': [{'url': 'javascript:x'}]} | xPosts[0].url",
                "{'url': 'https://news.example/a', 'headline': 'A', 'xPosts': [{'n': 0, 'url': 'https://x.com/a'}]} | xPosts[0].n",
            })
    void whatCannotBeTakenIsNamedByItsField(String told, String field) {
        Reading reading = json(told.replace('\'', '"'));

        assertThat(reading.flaws()).extracting(Flaw::field).contains(field);
        assertThatThrownBy(reading::flawless).isInstanceOf(Problem.class).hasMessageContaining(field + ": ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'headlin': 'A'}                     | headlin: No story has a field of that name.",
                "{'image': {'src': 'a'}}              | image.src: No story has a field of that name.",
                "{'headline': ['A']}                  | headline: It must be text.",
                "{'headline': {'a': 1}}               | headline: It must be text.",
                "{'newsSources': 'https://a.example'} | newsSources: It must be a list.",
                "{'newsSources': [3]}                 | newsSources[0]: It must be an object.",
                "{'newsSources': [{'n': 'one'}]}      | newsSources[0].n: It must be a whole number.",
                "{'newsSources': [{'n': '1'}]}        | newsSources[0].n: It must be a whole number.",
                "{'newsSources': [{'n': 1.5}]}        | newsSources[0].n: It must be a whole number.",
                "{'xPosts': [{}, {'n': 1e400}]}       | xPosts[1].n: It must be a whole number.",
                "{'xPosts': [{'n': 2147483648}]}      | xPosts[0].n: It is no number of a source; they run from 1 to 9,999.",
                "{'xPosts': [{'n': -2147483649}]}     | xPosts[0].n: It is no number of a source; they run from 1 to 9,999.",
                "{'image': 'a.jpg'}                   | image: It must be an object.",
                "7                                    | story: It must be an object.",
                "null                                 | story: It must be an object.",
                "[]                                   | story: It must be an object.",
            })
    void whatIsNotInTheShapeIsRefusedByItsField(String told, String message) {
        assertThatThrownBy(() -> json(told.replace('\'', '"')))
                .isInstanceOf(Problem.class)
                .hasMessage(message);
    }

    @Test
    void aNumberOfNineHundredDigitsIsNone() {
        assertThatThrownBy(() -> json("{\"newsSources\": [{\"n\": %s}]}".formatted("9".repeat(900))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("newsSources[0].n: It is no number of a source");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "newsSources: &a [*a]          | Line 3: *a stands for a list or map",
                "image: &a {url: *a}           | Line 3: *a stands for a list or map",
                "foo: &a [*a]                  | Line 3: *a stands for a list or map",
                "? &a [*a]\\n: b               | Line 3: *a stands for a list or map",
                "~: c                          | Line 3: a field has no name",
                "image: {~: c}                 | Line 3: a field has no name",
            })
    void frontMatterThatRefersToItselfOrHasNamelessFieldsIsRefusedByItsLine(String yaml, String message) {
        assertThatThrownBy(() -> readings.markdownFile(
                        "---\nheadline: A\n%s\n---\nText".formatted(yaml.replace("\\n", "\n")), "https://a.example/a"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("front matter: " + message);
    }

    @Test
    void aWordOfFrontMatterMayStandForAnother() {
        assertThat(readings.markdownFile(
                                "---\nheadline: &a Cranes\nsection: *a\nnewsSources: [{n: 2, url: https://b.example/}]\n---\nText",
                                "https://a.example/a")
                        .flawless())
                .extracting(Story::section, story -> story.newsSources().get(0).n())
                .containsExactly("Cranes", 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# [Cranes](https://a.example/) turn                    | Cranes turn",
                "# The `crane` ![turns](a.png \"t\") *quite* **slowly** | The crane turns quite slowly",
                "# Cranes <b>turn</b> &amp; stop                        | Cranes turn & stop",
            })
    void aHeadingSaysItsWordsAlone(String markdown, String headline) {
        assertThat(readings.markdownFile(markdown + "\n\nText", "https://a.example/a")
                        .flawless()
                        .headline())
                .isEqualTo(headline);
    }

    @Test
    void aFileWithoutAnAddressIsToldWhatAFolderWouldGiveIt() {
        assertThat(List.of(
                        readings.markdownFile("# The moths\n\nTen came.", null),
                        readings.printedFile("Nature\nThe moths\nTL;DR\nTen came.", null)))
                .allSatisfy(reading -> assertThat(reading.flaws())
                        .filteredOn(flaw -> flaw.field().equals("url"))
                        .extracting(Flaw::what)
                        .singleElement()
                        .asString()
                        .startsWith("In the stories folder, the file's name would become the story's address."));
    }

    @Test
    void everyFlawIsNamedAtOnceAndTheRestIsRead() {
        Reading reading = json("""
                {"url": "https://news.example/a", "headline": "A", "publishedAt": "soon", "lang": "?", "section": "World",
                 "newsSources": [{"url": "https://a.example"}, {"url": "nowhere"}]}
                """);

        assertThat(reading.flaws())
                .extracting(Flaw::field)
                .containsExactly("lang", "publishedAt", "newsSources[1].url");
        assertThat(reading.whatIsThere().section()).isEqualTo("World");
        assertThat(reading.whatIsThere().newsSources()).hasSize(1);
    }

    /** Marks in the text name them. */
    @Test
    void whatIsLeftOutOfAListLeavesItsNumberToNobody() {
        Reading printed = readings.printed("""
                Nature
                The moths
                TL;DR
                Ten came.
                Body [3].
                News Sources
                [1] https://a.example/
                [2] https://b.example/
                [3] (print only)
                X Posts
                [1] p https://x.com/1
                [2] q https://x.com/2
                """, "https://news.example/a", null);
        Reading told = json("""
                {"url": "https://news.example/a", "headline": "A",
                 "newsSources": [{"url": "https://a.example"}, {"title": "lost"}, {"url": "https://c.example"}],
                 "xPosts": [{"n": 1, "url": "nowhere"}, {"n": 1, "url": "https://x.com/1"}]}
                """);

        assertThat(printed.flaws())
                .extracting(Flaw::toString)
                .containsExactly("newsSources[2].url: [3] has no address: \"(print only)\".");
        assertThat(printed.story().newsSources())
                .extracting(Story.NewsSource::n)
                .containsExactly(1, 2);
        assertThat(printed.story().xPosts()).extracting(Story.XPost::n).containsExactly(4, 5);
        assertThat(told.story().newsSources()).extracting(Story.NewsSource::n).containsExactly(1, 3);
        assertThat(told.story().xPosts()).extracting(Story.XPost::n).containsExactly(4);
    }

    @Test
    void textIsKeptAsTyped() {
        Story story = json("""
                {"url": "https://news.example/a", "headline": " <b>Bold</b>\\r\\nand ${x}\\u0007 & so on\\u00a0",
                 "tldr": "One.\\r\\nTwo.\\ud800", "byline": "\\ufeffANA  D'IAZ"}
                """).flawless();

        assertThat(story.headline()).isEqualTo("<b>Bold</b> and ${x} & so on");
        assertThat(story.tldr()).isEqualTo("One.\nTwo.\uFFFD");
        assertThat(story.byline()).isEqualTo("ANA  D'IAZ");
    }

    @Test
    void aTldrIsProposedWhereThereIsNone() {
        Reading reading = json("""
                {"url": "https://news.example/a", "headline": "A", "bodyHtml": "<p>First, so [1].</p><p>Then so.</p>"}
                """);

        assertThat(reading.story().tldr()).isNull();
        assertThat(reading.story().tldrProposed()).isEqualTo("First, so. Then so.");
    }

    @Test
    void aPictureOfOursIsKnownByItsPath() {
        String path = Picture.path("0".repeat(64));

        Story story = json("""
                {"url": "https://news.example/a", "headline": "A", "image": {"url": "https://digest.example.org%s"}}
                """.formatted(path)).flawless();

        assertThat(story.image()).isEqualTo(new Story.Image(path, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T09:30:00Z",
                "2026-11-23t09:30:00z",
                "2026-11-23T09:30Z",
                "2026-11-23T09:30:00.000Z",
                "2026-11-23T10:30:00+01:00",
                "2026-11-23T10:30:00+0100",
                "2026-11-23 10:30 +01:00",
                "2026-11-23T10:30:00+01:00[Europe/Berlin]",
                "2026-11-23T09:30:00",
                "2026-11-23 09:30",
                " 2026-11-23T09:30 "
            })
    void timesAreReadAsSourcesWriteThem(String typed) {
        assertThat(PublishedAt.parse(typed, ZoneId.of("UTC"))).contains(Instant.parse("2026-11-23T09:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:30, 2026-11-23T08:30:00Z",
        "2026-07-01 00:00, 2026-06-30T22:00:00Z",
        "2026-11-23,       2026-11-22T23:00:00Z",
    })
    void whatNamesNoZoneIsInThePublications(String typed, Instant moment) {
        assertThat(PublishedAt.parse(typed, ZoneId.of("Europe/Berlin"))).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-13-01",
                "2026-11-31",
                "23.11.2026",
                "2026-11-23T25:00",
                "+999999999-12-31T00:00Z",
                "2026"
            })
    void whatIsNoTimeIsNotGuessed(String typed) {
        assertThat(PublishedAt.parse(typed, ZoneId.of("UTC"))).isEmpty();
    }

    private Reading json(String text) {
        return readings.json(JSON.readTree(text));
    }
}
