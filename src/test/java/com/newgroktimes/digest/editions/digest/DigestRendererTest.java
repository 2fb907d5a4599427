package com.newgroktimes.digest.editions.digest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionSettings;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.mail.Slot;
import com.newgroktimes.digest.rendering.JarTemplates;
import com.newgroktimes.digest.rendering.WordCount;
import com.newgroktimes.digest.rendering.Words;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.testing.SampleStories;

import static com.newgroktimes.digest.testing.SamplePublication.PUBLICATION;
import static com.newgroktimes.digest.testing.SampleStories.edition;
import static com.newgroktimes.digest.testing.SampleStories.story;
import static org.assertj.core.api.Assertions.assertThat;

class DigestRendererTest {

    private static final Variant HTML = new Variant("en", "html", List.of());
    private static final Variant TEXT = new Variant("en", "text", List.of());
    private static final Map<Slot, String> VALUES = Map.of(
            Slot.ADDRESS, "o'hara&co@example.org",
            Slot.SIGNED_UP, "24 November 2026",
            Slot.UNSUBSCRIBE, "https://digest.example.org/u/AQECAAAAAAAAAAABkk1kk1kk1kk1kk1kk1kk1kk",
            Slot.SETTINGS, "https://digest.example.org/settings/AQECAAAAAAAAAAABkk1kk1kk1kk1kk1kk1kk1kk");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DigestRenderer renderer = new DigestRenderer(
            JarTemplates.mail(meters),
            new Words(),
            new EditionSettings(DayOfWeek.MONDAY, LocalTime.of(6, 0), 8, Duration.ofDays(28), 32),
            PUBLICATION,
            Clock.fixed(Instant.parse("2026-11-30T07:00:00Z"), ZoneOffset.UTC));

    @Test
    void theMailHasEveryPartOfEveryStory() {
        Document mail = html(edition(8));

        assertThat(mail.select("h1").text()).isEqualTo("The New Grok Times");
        assertThat(mail.text())
                .contains("Edition 12 · Monday 30 November 2026 · Read in your browser", "8 stories, about 3 minutes");
        assertThat(mail.select("h2").eachText().subList(1, 9)).isEqualTo(headlines(edition(8)));
        assertThat(mail.select("h3").eachText()).containsOnly("MSM Perspective", "X Perspective");
        assertThat(mail.select("img").eachAttr("alt")).hasSize(8).allMatch(alt -> alt.startsWith("What the picture"));
        assertThat(mail.text()).contains("-- DANA CHEN, Upper Marrow", "-- MIRA SOLE", "-- Marrow Hill");
        assertThat(mail.text())
                .contains(
                        "You get this because o'hara&co@example.org signed up for the weekly digest on 24 November 2026");
    }

    @Test
    void bothPartsSayTheSame() {
        Edition edition = edition(8);
        RenderedDigest mail = renderer.render(edition, HTML);
        String text = unwrapped(mail.skeleton().text(VALUES));
        Document html = Jsoup.parse(mail.skeleton().html(VALUES));

        for (Element part : html.select("h2, td.msm p:not(.mu), td.x p:not(.mu), a[href]")) {
            assertThat(text).containsIgnoringCase(part.hasAttr("href") ? part.attr("href") : part.text());
        }
    }

    @Test
    void eachVariantIsRenderedOnceForAllOfItsReaders() {
        RenderedDigest mail = renderer.render(edition(8), HTML);
        IntStream.range(0, 1000).forEach(reader -> mail.skeleton().join(VALUES));

        assertThat(meters.counter("digest.template.runs", "template", "digest").count())
                .isEqualTo(1);
    }

    @Test
    void renderedAgainItIsTheSameBytes() {
        assertThat(renderer.render(edition(8), HTML).skeleton().toBytes())
                .isEqualTo(renderer.render(edition(8), HTML).skeleton().toBytes());
    }

    @Test
    void theReadersOwnLinksAreInBothParts() {
        RenderedDigest mail = renderer.render(edition(1), HTML);
        Document html = Jsoup.parse(mail.skeleton().html(VALUES));

        assertThat(html.select("a[href=" + VALUES.get(Slot.UNSUBSCRIBE) + "]").eachText())
                .containsExactly("Unsubscribe");
        assertThat(html.select("a[href=" + VALUES.get(Slot.SETTINGS) + "]").eachText())
                .containsExactly("Change your settings");
        assertThat(mail.skeleton().text(VALUES)).contains(VALUES.values());
        assertThat(mail.skeleton().text(VALUES) + html).doesNotContain("slot");
    }

    @Test
    void aReaderOfPlainTextGetsNoHtml() {
        RenderedDigest mail = renderer.render(edition(8), TEXT);

        assertThat(mail.skeleton().html(VALUES)).isEmpty();
        assertThat(mail.skeleton().text(VALUES)).contains("STORY 8 OF 8");
    }

    @Test
    void whatIsTypedIsShownAsTyped() {
        String typed = "<b>bold</b> ${7*7} & \"quoted\" 'twice' </mj-text><#if x>";
        Story story = SampleStories.story(typed, typed)
                .tldr(typed)
                .msm(typed)
                .x(typed)
                .body("<p>" + typed.replace("&", "&amp;").replace("<", "&lt;") + "</p>")
                .by(typed, typed)
                .picture(typed)
                .news("https://example.org/?a=1&b=\"><b>", typed)
                .build();
        RenderedDigest mail = renderer.render(edition(List.of(story)), HTML);
        Document html = Jsoup.parse(mail.skeleton().html(VALUES));

        assertThat(html.select("b")).isEmpty();
        assertThat(html.select("h2").eachText()).contains(typed);
        assertThat(html.select("td.msm p:not(.mu), td.x p:not(.mu)").eachText()).containsExactly(typed, typed);
        assertThat(html.select("img").attr("alt")).isEqualTo(typed);
        assertThat(html.text()).contains("TL;DR: " + typed, "-- " + typed + ", " + typed);
        assertThat(html.select("p").eachText()).contains(typed);
        assertThat(html.select("a").eachText()).contains(typed);
        assertThat(html.select("a").eachAttr("href")).contains("https://example.org/?a=1&b=\"><b>");
        assertThat(unwrapped(mail.skeleton().text(VALUES))).contains("TL;DR: " + typed, "-- " + typed + ", " + typed);
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        Document mail = html(edition(14));

        assertThat(mail.select("img").eachAttr("src"))
                .allMatch(src -> src.startsWith("https://digest.example.org/pictures/"));
        assertThat(mail.select("link, script, iframe, form, video, svg, [background]"))
                .isEmpty();
        assertThat(mail.select("style").html()).doesNotContain("url(", "@import", "@font-face", "http");
        Set<String> known = linkedFrom(edition(14));
        assertThat(mail.select("a").eachAttr("href"))
                .allMatch(href -> known.contains(href)
                        || href.startsWith("https://digest.example.org/")
                        || href.equals("https://newgroktimes.example"));
    }

    @Test
    void oneLinkTextNeverHasTwoTargets() {
        Map<String, Set<String>> targets = html(edition(14)).select("a").stream()
                .collect(Collectors.groupingBy(
                        Element::text, Collectors.mapping(a -> a.attr("href"), Collectors.toSet())));

        assertThat(targets).allSatisfy((name, urls) -> {
            assertThat(name).isNotBlank();
            assertThat(urls).hasSize(1);
        });
    }

    @Test
    void theLongestCopyOfEightStoriesIsFarFromBeingClipped() {
        Map<Slot, String> longest = Map.of(
                Slot.ADDRESS,
                "a".repeat(64) + "@" + "b".repeat(60) + ".example",
                Slot.SIGNED_UP,
                "24 November 2026",
                Slot.UNSUBSCRIBE,
                VALUES.get(Slot.UNSUBSCRIBE),
                Slot.SETTINGS,
                VALUES.get(Slot.SETTINGS));
        List<Story> stories =
                IntStream.range(0, 8).mapToObj(DigestRendererTest::atEveryLimit).toList();

        String html = renderer.render(edition(stories), HTML).skeleton().html(longest);

        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(65_000);
    }

    @Test
    void theLinesOfTheTextFitAWindow() {
        for (String line :
                renderer.render(edition(14), TEXT).skeleton().text(VALUES).split("\r?\n", -1)) {
            assertThat(line.length() <= 72 || line.matches("https://\\S+"))
                    .as(line)
                    .isTrue();
            assertThat(line).isNotEqualTo("-- ").doesNotContain("\t");
        }
    }

    @Test
    void aReaderOfSomeSectionsGetsTheirStoriesAlone() {
        var variant = new Variant("en", "html", List.of("Science"));

        Document mail =
                Jsoup.parse(renderer.render(edition(8), variant).skeleton().html(VALUES));

        assertThat(mail.select("h2").eachText())
                .containsExactly(
                        "In this edition",
                        "The hand-held sensor that beat a satellite",
                        "Moths are counted by the people who could not sleep");
        assertThat(mail.text()).contains("2 stories, about 1 minute");
    }

    @Test
    void whatIsBeyondEightIsALink() {
        Document mail = html(edition(14));

        assertThat(mail.select("h2").eachText()).hasSize(10).endsWith("More this week");
        assertThat(mail.select("a").eachText())
                .containsAll(headlines(edition(14)).subList(8, 14));
    }

    @Test
    void whatIsMissingLeavesNoGap() {
        Story bare = story(null, "Only a headline and what is in short")
                .msm(null)
                .x(" ")
                .by(null, null)
                .noPicture()
                .build();

        Document mail = html(edition(List.of(bare)));

        assertThat(mail.select("h3, img, td.msm, td.x")).isEmpty();
        assertThat(mail.text()).doesNotContain("News sources", "X posts", "--", "—");
        assertThat(mail.select("p").eachText()).doesNotContain("");
    }

    @Test
    void sourcesBeyondTheLimitAreCounted() {
        var many = story("World", "A story of twelve sources");
        IntStream.range(0, 12).forEach(i -> many.news("https://source" + i + ".example/a", null));

        RenderedDigest mail = renderer.render(edition(List.of(many.posts("ana").build())), HTML);

        assertThat(Jsoup.parse(mail.skeleton().html(VALUES)).text())
                .contains("[4] source3.example, and 8 more on the web (story 1)", "X posts: [13] @ana");
        assertThat(mail.skeleton().text(VALUES)).contains("and 8 more on the web");
    }

    @ParameterizedTest
    @CsvSource({"true, 45, 60, 4, 3", "false, 35, 40, 3, 2"})
    void aLeadIsToldAtLengthAndTheOthersInShort(boolean lead, int tldr, int telling, int news, int posts) {
        var story = story("World", "A story that has more of everything than a mail prints")
                .tldr(words(100))
                .msm(words(100))
                .x(words(100))
                .body("<p>%s</p><p>%s</p><p>%s</p><p>%s</p>".formatted(words(50), words(50), words(50), words(5)));
        IntStream.range(0, 6).forEach(i -> story.news("https://source" + i + ".example/a", null));
        story.posts("ana", "ben", "eve", "kim");
        Story other = story("World", "Another story").build();
        List<Story> stories = lead ? List.of(story.build(), other) : List.of(other, story.build());

        Document mail = html(edition(stories));
        Element part = mail.select("p:contains(TL;DR:)").get(lead ? 0 : 1);
        Element sources = mail.select("p:contains(News sources:)").get(0);

        assertThat(WordCount.of(part.ownText())).isEqualTo(tldr);
        assertThat(part.text()).endsWith("…");
        assertThat(WordCount.of(
                        mail.select("td.msm p:not(.mu)").get(lead ? 0 : 1).text()))
                .isEqualTo(telling);
        assertThat(WordCount.of(mail.select("td.x p:not(.mu)").get(lead ? 0 : 1).text()))
                .isEqualTo(telling);
        assertThat(mail.select("td > div > p:matchesOwn(^seven[a-z] ):not(:has(strong))"))
                .hasSize(lead ? 3 : 0);
        assertThat(sources.select("a").eachText())
                .containsExactlyElementsOf(Stream.of(
                                IntStream.range(0, news).mapToObj(i -> "source" + i + ".example"),
                                Stream.of("and %d more on the web (story %d)".formatted(6 - news, lead ? 1 : 2)),
                                Stream.of("@ana", "@ben", "@eve").limit(posts),
                                Stream.of("and %d more on the web (story %d)".formatted(4 - posts, lead ? 1 : 2)))
                        .flatMap(names -> names)
                        .toList());
        assertThat(sources.text()).contains("X posts: [7] @ana, [8] @ben");
    }

    @Test
    void aBodyIsPrintedAsFarAsWholeParagraphsGoUpTo180Words() {
        Story story = story("World", "A story of long paragraphs")
                .body("<p>%s</p><p>%s</p><p>%s</p>".formatted(words(100), words(80), words(1)))
                .build();

        assertThat(html(edition(List.of(story))).select("td > div > p:matchesOwn(^seven[a-z] ):not(:has(strong))"))
                .hasSize(2);
    }

    @Test
    void eachMarkInAnExcerptHasItsSourceOrAWordThatThereAreMore() {
        var story = story("World", "A story whose third paragraph names its eighth source")
                .body("<p>One [1].</p><p>Two [4].</p><p>Three [8] and [10].</p>");
        IntStream.range(0, 8).forEach(i -> story.news("https://source" + i + ".example/a", null));
        story.posts("ana", "ben", "eve", "kim");

        String sources = html(edition(List.of(story.build())))
                .select("p:contains(News sources:)")
                .text();

        assertThat(sources).contains("[1] source0.example", "[4] source3.example", "and 4 more on the web");
        assertThat(sources)
                .contains("[9] @ana", "[10] @ben", "and 1 more on the web")
                .doesNotContain("[8]");
    }

    @Test
    void whatTheTwoLabelsMeanIsSaidOnceAnEdition() {
        Document mail = html(edition(8));
        String text = renderer.render(edition(8), TEXT).skeleton().text(VALUES);

        assertThat(mail.select("td.msm p.mu").eachText()).containsExactly("how mainstream outlets tell it");
        assertThat(mail.select("td.x p.mu").eachText()).containsExactly("how X argues about it");
        assertThat(text).containsOnlyOnce("how mainstream outlets tell it").containsOnlyOnce("how X argues about it");
    }

    @Test
    void subjectAndPreheaderOfSomeSectionsNameTheirStoriesAlone() {
        RenderedDigest mail = renderer.render(edition(8), new Variant("en", "html", List.of("Science")));
        Document html = Jsoup.parse(mail.skeleton().html(VALUES));

        assertThat(mail.subject()).isEqualTo("The hand-held sensor that beat a satellite");
        assertThat(html.title()).isEqualTo(mail.subject());
        assertThat(preheader(html))
                .startsWith("Moths are counted by the people who could not sleep; A sensor the size of a torch");
    }

    @Test
    void whoReadsTheSectionsOfAllStoriesGetsTheEditionsOwnSubject() {
        var variant = new Variant("en", "html", List.of("Technology", "World", "Science", "Business", "Culture"));

        assertThat(renderer.render(edition(8), variant).subject())
                .isEqualTo(edition(8).subject());
    }

    @Test
    void aSourceNamedAsThePublicationIsAnotherLink() {
        Story story = story("World", "A story that cites its own paper")
                .news("https://newgroktimes.example/earlier", "The New Grok Times")
                .build();

        assertThat(html(edition(List.of(story))).select("a").eachText())
                .contains("The New Grok Times", "The New Grok Times (2)");
    }

    @Test
    void headlinesThatBeginAlikeAreTwoLinks() {
        String beginning = "A headline of which the first sixty characters stand in two places, ";
        Document mail = html(edition(List.of(
                story("World", beginning + "once").build(),
                story("World", beginning + "twice").build())));

        assertThat(mail.select("a:contains(Read the full story)").eachText())
                .containsExactly(
                        "Read the full story: A headline of which the first sixty characters stand in…",
                        "Read the full story: A headline of which the first sixty characters stand in… (2)");
    }

    @Test
    void aLinkWhoseNameRunsTheOtherWayIsApartFromItsNeighbours() {
        Story story = story("World", "A story with a source from Cairo")
                .news("https://paper.example/a", "مرصد صغير")
                .news("https://paper.example/b", "A paper")
                .build();

        Document mail = html(edition(List.of(story)));

        assertThat(mail.select("a[dir=rtl]").eachText()).containsExactly("مرصد صغير");
    }

    @Test
    void anEditionsNumberIsWrittenAsLinksNeedIt() {
        RenderedDigest mail = renderer.render(Specimen.numbered(edition(1), 1248), HTML);
        Document html = Jsoup.parse(mail.skeleton().html(VALUES));
        String text = mail.skeleton().text(VALUES);

        assertThat(html.select("a:contains(Read in your browser)").attr("href"))
                .isEqualTo("https://digest.example.org/editions/1248?lang=en");
        assertThat(text).contains("Edition 1248", "https://digest.example.org/editions/1248");
        assertThat(text + html).doesNotContain("1,248");
    }

    @Test
    void aStoryInAnotherDirectionSaysSo() {
        Story arabic = story("World", "مرصد صغير يسبق قمرين صناعيين").lang("ar").build();

        Document mail = html(edition(List.of(arabic)));

        assertThat(mail.select("h2[lang=ar][dir=rtl]")).hasSize(1);
        assertThat(mail.select("p[lang=ar] strong[dir=ltr]").text()).isEqualTo("TL;DR:");
        assertThat(mail.select("td.msm").attr("style"))
                .contains("border-right:4px")
                .contains("text-align:right");
        assertThat(mail.select("h3[lang], h3[dir]")).isEmpty();
        assertThat(mail.select("a:contains(Read the full story) > span[lang=ar][dir=rtl]"))
                .hasSize(1);
        assertThat(mail.select("div[role=article]").attr("lang")).isEqualTo("en");
    }

    private Document html(Edition edition) {
        return Jsoup.parse(renderer.render(edition, HTML).skeleton().html(VALUES));
    }

    /** What stands before the filler. */
    private static String preheader(Document mail) {
        return mail.select("[style*=display:none]").text().replaceAll("[\\u2007\\u034F ]+$", "");
    }

    private static List<String> headlines(Edition edition) {
        return edition.stories().stream()
                .map(story -> story.content().headline())
                .toList();
    }

    private static Set<String> linkedFrom(Edition edition) {
        var urls = new HashSet<String>();
        edition.stories().forEach(story -> {
            urls.add(story.content().url());
            story.content().newsSources().forEach(source -> urls.add(source.url()));
            story.content().xPosts().forEach(post -> urls.add(post.url()));
        });
        assertThat(urls).allMatch(url -> URI.create(url).isAbsolute());
        return urls;
    }

    private static Story atEveryLimit(int i) {
        var story = story("Technology", "A headline of ordinary length that fills two lines, number " + i)
                .tldr(words(i == 0 ? 45 : 35))
                .msm(words(i == 0 ? 60 : 40))
                .x(words(i == 0 ? 60 : 40))
                .body("<p>%s</p><p>%s</p><p>%s</p>".formatted(words(60), words(60), words(60)));
        for (int n = 0; n < 5; n++) {
            story.news(
                    "https://www.source" + n + ".example/2026/11/24/technology/a-long-name-of-an-article-" + i + n,
                    null);
        }
        return story.posts("a_handle_" + i, "another_one" + i, "the_third_" + i, "unseen")
                .build();
    }

    private static String words(int count) {
        return IntStream.range(0, count)
                        .mapToObj(i -> "seven" + (char) ('a' + i % 26))
                        .collect(Collectors.joining(" ")) + ".";
    }

    private static String unwrapped(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
