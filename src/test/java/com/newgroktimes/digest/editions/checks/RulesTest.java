package com.newgroktimes.digest.editions.checks;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.editions.CheckSettings;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Finding;
import com.newgroktimes.digest.editions.Misspelling;
import com.newgroktimes.digest.editions.digest.RenderedDigest;
import com.newgroktimes.digest.mail.Skeleton;
import com.newgroktimes.digest.mail.Skeleton.Marks;
import com.newgroktimes.digest.mail.Slot;
import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.JarTemplates;
import com.newgroktimes.digest.rendering.Words;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.stories.Story.Image;
import com.newgroktimes.digest.testing.SampleStories;

import static org.assertj.core.api.Assertions.assertThat;

class RulesTest {

    private static final String SUBJECT = "A chip cluster wakes up at last";
    private static final CheckSettings STAGING =
            new CheckSettings(CheckSettings.Strictness.LOOK, List.of("staging.example.org"), List.of());

    private static final String PREHEADER = "Plus: the queue at the docks. Two stories, both tellings.";

    @Test
    void aStoryNeedsAHeadline() {
        assertThat(new Headline().look(proof(story("A headline", "Short.", null))))
                .isEmpty();
        assertThat(new Headline().look(proof(story(" ", "Short.", null))))
                .containsExactly(Finding.stops("missing", "https://news.example.org/1"));
    }

    @Test
    void noHeadlineStandsTwice() {
        Story docks = story("The queue at the docks", "Short.", null);
        Story again = story(" the queue  at the DOCKS", "Short.", null);

        assertThat(new SameHeadline().look(proof(docks, story("Chips", "Short.", null))))
                .isEmpty();
        assertThat(new SameHeadline().look(proof(docks, story("Chips", "Short.", null), again)))
                .containsExactly(Finding.look("twice", "The queue at the docks", 2));
    }

    @Test
    void anEditionNeedsAStory() {
        assertThat(new Headline().look(proof())).containsExactly(Finding.stops("no-story"));
    }

    @Test
    void aStoryNeedsATldr() {
        assertThat(new Tldr().look(proof(story("Docks", "Short.", null)))).isEmpty();
        assertThat(new Tldr().look(proof(story("Docks", null, null))))
                .containsExactly(Finding.stops("missing", "Docks"));
        assertThat(new Tldr().look(proof(story("Docks", " ", null))))
                .containsExactly(Finding.stops("missing", "Docks"));
    }

    @Test
    void aPartThatTheMailCutsIsNamed() {
        Story atTheLimit = SampleStories.story("World", "Docks")
                .tldr(words(45))
                .msm(words(60))
                .x(words(60))
                .build();
        Story over = SampleStories.story("World", "Chips")
                .tldr(words(36))
                .msm(words(41))
                .x(words(42))
                .build();

        assertThat(new Lengths().look(proof(atTheLimit))).isEmpty();
        assertThat(new Lengths().look(proof(atTheLimit, over)))
                .containsExactly(
                        Finding.look("tldr", "Chips", 36, 35),
                        Finding.look("msm", "Chips", 41, 40),
                        Finding.look("x", "Chips", 42, 40));
    }

    @Test
    void ofAHeadlineUnderMoreThisWeekNothingElseIsAsked() {
        Story[] nine = IntStream.range(0, 9)
                .mapToObj(n -> SampleStories.story("World", "Docks " + n)
                        .tldr(n == 8 ? null : "Short.")
                        .build())
                .toArray(Story[]::new);
        Story science = SampleStories.story("Science", "Chips").tldr(null).build();

        assertThat(new Tldr().look(proof(nine))).isEmpty();
        assertThat(new Tldr()
                        .look(proof(Stream.concat(Stream.of(nine), Stream.of(science))
                                .toArray(Story[]::new))))
                .as("who chose this section alone gets all of it")
                .containsExactly(Finding.stops("missing", "Chips"));
        assertThat(new NewsSources().look(proof(nine))).hasSize(8);
    }

    @Test
    void theLongestCopyIsMadeOutToTheAddressAndTheDayThatGrowMost() {
        Marks marks = Marks.random();
        var mail = new RenderedDigest(
                SUBJECT,
                Skeleton.cut("", "<p>" + marks.of(Slot.ADDRESS) + " " + marks.of(Slot.SIGNED_UP) + "</p>", marks));

        assertThat(longest(mail, "en").html()).contains("&amp;".repeat(64) + "@", " September 2026");
        assertThat(longest(mail, "ar").htmlBytes())
                .isGreaterThan(longest(mail, "en").htmlBytes());
    }

    private static LongestCopy longest(RenderedDigest mail, String language) {
        return LongestCopy.of(
                mail, new Words().dates(Locale.forLanguageTag(language)), publication("https://x.example", "1"));
    }

    @Test
    void aWordOfTheSpellingListIsNamedWithWhereItStandsAndWhatIsRight() {
        Story docks = SampleStories.story("World", "Docks in Kiew")
                .tldr("A tweet, seperate from others.")
                .msm("They seperated.")
                .x("Tweeted: SEPERATE!")
                .build();

        assertThat(spelling("Kiew=Kyiv", "seperate=separate", "tweet").look(proof(docks)))
                .containsExactly(
                        Finding.look("headline", "Docks in Kiew", "Kiew", "known", "Kyiv"),
                        Finding.look("tldr", "Docks in Kiew", "seperate", "known", "separate"),
                        Finding.look("tldr", "Docks in Kiew", "tweet", "unknown", ""),
                        Finding.look("x", "Docks in Kiew", "SEPERATE", "known", "separate"));
        assertThat(spelling("chip=Chip", "the queue").look(proof(docks)))
                .containsExactly(
                        Finding.look("subject", "", "chip", "known", "Chip"),
                        Finding.look("preheader", "", "the queue", "unknown", ""));
        assertThat(spelling().look(proof(docks))).isEmpty();
    }

    private static Spelling spelling(String... list) {
        return new Spelling(new CheckSettings(
                CheckSettings.Strictness.LOOK,
                List.of(),
                Stream.of(list).map(Misspelling::valueOf).toList()));
    }

    @Test
    void aPictureNeedsADescription() {
        Story without = story("Docks", "Short.", new Image("https://news.example.org/docks.jpg", null));
        Story blank = story("Chips", "Short.", new Image("https://news.example.org/chips.jpg", " "));
        Story described =
                story("Sensors", "Short.", new Image("https://news.example.org/s.jpg", "A hand holds a sensor"));
        Story onlyDescribed = story("Wells", "Short.", new Image(null, "A well"));

        assertThat(new AltText().look(proof(without, blank, described, onlyDescribed)))
                .containsExactly(Finding.stops("missing", "Docks"), Finding.stops("missing", "Chips"));
    }

    @Test
    void aDescriptionSaysWhatIsInThePictureAndNotThatItIsOne() {
        assertThat(described("A hand holds a sensor")).isEmpty();
        assertThat(described("x".repeat(125))).isEmpty();
        assertThat(described("x".repeat(126))).containsExactly(Finding.look("long", "Docks", 126, 125));
        assertThat(described("A photo of a sensor")).containsExactly(Finding.look("image-of", "Docks", "A photo of"));
        assertThat(described("Image of a sensor")).containsExactly(Finding.look("image-of", "Docks", "Image of"));
        assertThat(described("Images of saints on a wall")).isEmpty();
    }

    private static List<Finding> described(String alt) {
        return new AltText().look(proof(story("Docks", "Short.", new Image("https://news.example.org/1.jpg", alt))));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,          Told by X, LOOK no-msm",
                "Told by MSM, -,        LOOK no-x",
                "Told,       '  ',      LOOK no-x",
                "'Told at length, twice and more.', Briefly.,     LOOK msm-longer",
                "Briefly.,   'Told at length, twice and more.',   LOOK x-longer",
                "123456,     123,       -", // twice is not over twice
            })
    void bothPerspectivesAreThereAtLikeLength(@Nullable String msm, @Nullable String x, @Nullable String found) {
        Story story = new Story(
                "https://news.example.org/1",
                "World",
                "Docks",
                "Short.",
                msm,
                x,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());

        assertThat(new Perspectives().look(proof(story)))
                .extracting(finding -> finding.level() + " " + finding.what())
                .isEqualTo(found == null ? List.of() : List.of(found));
    }

    @Test
    void aSubjectHasALengthThatInboxesShow() {
        assertThat(subject("")).containsExactly(Finding.stops("missing"));
        assertThat(subject("x".repeat(19))).containsExactly(Finding.look("short", 19, 20));
        assertThat(subject("x".repeat(20))).isEmpty();
        assertThat(subject("x".repeat(60))).isEmpty();
        assertThat(subject("x".repeat(61))).containsExactly(Finding.look("long", 61, 60));
    }

    @Test
    void aPreheaderSaysSomethingElse() {
        assertThat(preheader(" ")).containsExactly(Finding.stops("missing"));
        assertThat(preheader("Today: " + SUBJECT)).containsExactly(Finding.look("repeats"));
        assertThat(preheader(PREHEADER)).isEmpty();
    }

    @Test
    void aPreheaderThatNoMailHasIsNotAskedFor() {
        assertThat(new PreheaderLine(JarTemplates.look(false)).look(proof(edition(SUBJECT, " "))))
                .isEmpty();
    }

    @Test
    void aStorysLinkLeadsAwayFromHere() {
        Proof proof = proof(
                story("https://news.example/docks", "Docks"),
                story("https://digest.example/moths", "Moths"),
                story("https://digest.example.org/wells", "Wells"),
                story("https://digest.example", "All"));

        assertThat(new StoryLinks(publication("https://Digest.example", "1"), new MockEnvironment()).look(proof))
                .containsExactly(
                        Finding.look("here", 2, "Moths (https://digest.example/moths), All (https://digest.example)"));
    }

    @Test
    void whereStoriesHaveAPageBesideUsTheirLinksMayLeadHere() {
        Proof proof = proof(story("https://digest.example/moths", "Moths"));
        MockEnvironment demo = new MockEnvironment();
        demo.setActiveProfiles("demo");
        MockEnvironment behindOneProxy =
                new MockEnvironment().withProperty("digest.publication.site-url", "https://digest.example");

        assertThat(new StoryLinks(publication("https://digest.example", "1"), demo).look(proof))
                .isEmpty();
        assertThat(new StoryLinks(publication("https://digest.example", "1"), behindOneProxy).look(proof))
                .isEmpty();
    }

    /** What was fetched before the site was named is still there, under an address that leads nowhere. */
    @Test
    void aSiteElsewhereMakesNoPageHere() {
        var named = new MockEnvironment().withProperty("digest.publication.site-url", "https://news.example");
        var publication = new Publication(
                "A paper",
                "",
                "1",
                ZoneId.of("UTC"),
                URI.create("https://digest.example"),
                URI.create("https://news.example"),
                List.of());

        assertThat(new StoryLinks(publication, named)
                        .look(proof(
                                story("https://digest.example/moths", "Moths"),
                                story("https://news.example/moths", "Moths"))))
                .containsExactly(Finding.look("here", 1, "Moths (https://digest.example/moths)"));
    }

    @Test
    void theMailNeedsAPostalAddress() {
        assertThat(new PostalAddress().look(at("https://digest.example.org", " ")))
                .containsExactly(Finding.stops("missing"));
        assertThat(new PostalAddress().look(at("https://digest.example.org", "1 Example Street")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "https://localhost"})
    void linksThatOnlyThisMachineCanOpenDeserveALook(String baseUrl) {
        assertThat(new UnsubscribeLink().look(at(baseUrl, "1 Example Street")))
                .containsExactly(Finding.look("loopback", URI.create(baseUrl)));
    }

    @Test
    void oneClickNeedsHttps() {
        assertThat(new UnsubscribeLink().look(at("http://digest.example.org", "1 Example Street")))
                .containsExactly(Finding.stops("not-https", URI.create("http://digest.example.org")));
    }

    @Test
    void bothPartsOfEveryCopyHaveBothLinks() {
        assertThat(new UnsubscribeLink().look(copy("/u/1 /settings/1", "href=\"/u/1\" href=\"/settings/1\"")))
                .isEmpty();
        assertThat(new UnsubscribeLink().look(copy("/settings/1", "href=\"/u/1\" href=\"/settings/1\"")))
                .containsExactly(Finding.stops("missing"));
        assertThat(new UnsubscribeLink().look(copy("/u/1 /settings/1", "/u/1 href=\"/settings/1\"")))
                .containsExactly(Finding.stops("missing"));
        assertThat(new UnsubscribeLink().look(copy("/u/1", "href=\"/u/1\" href=\"/settings/1\"")))
                .containsExactly(Finding.stops("no-settings"));
    }

    @Test
    void theLongestCopyIsMeasuredInBytes() {
        assertThat(new Size().look(copy("", "x".repeat(80_000)))).isEmpty();
        assertThat(new Size().look(copy("", "x".repeat(80_001)))).containsExactly(Finding.look("large", 80));
        assertThat(new Size().look(copy("", "é".repeat(47_500)))).containsExactly(Finding.look("large", 95));
        assertThat(new Size().look(copy("", "é".repeat(47_501)))).containsExactly(Finding.stops("cut-off", 95));
    }

    @Test
    void aStorysLinkIsHttpsAndPublic() {
        assertThat(links("https://news.example.org/a")).isEmpty();
        assertThat(links("http://news.example.org/a"))
                .containsExactly(Finding.stops("not-https", "Docks", "http://news.example.org/a"));
        assertThat(links("http://localhost:8080/a"))
                .containsExactly(Finding.stops("localhost", "Docks", "http://localhost:8080/a"));
        assertThat(links("https://Staging.example.org/a"))
                .containsExactly(Finding.stops("staging", "Docks", "https://Staging.example.org/a"));
    }

    @Test
    void whileAllIsOnThisMachineLinksToItAreNoNews() {
        Proof proof = new Proof(
                edition(SUBJECT, PREHEADER, story("http://localhost:8080/a", "Docks")),
                publication("http://localhost:8080", "1"),
                8,
                List.of(),
                List.of(),
                null);

        assertThat(new Links(STAGING).look(proof)).isEmpty();
    }

    /** Browsers open them, so stories may have them; one that a rule fails on would leave its whole edition unchecked. */
    @Test
    void aLinkWithSignsThatOnlyBrowsersTakeIsLookedAtAsAnyOther() {
        assertThat(links("https://news.example.org/a'b|[c]?d|{e}=50%")).isEmpty();
        assertThat(links("http://localhost/a|b")).extracting(Finding::level).containsExactly(Level.STOPS);
    }

    @Test
    void sourcesWithoutHttpsAreNamedByTheirNumbers() {
        Story story = told(
                List.of(
                        new Story.NewsSource(1, "https://a.example/1", null),
                        new Story.NewsSource(2, "http://a.example/2", null)),
                List.of(new Story.XPost(3, "http://x.example/3", null)));

        assertThat(new Links(STAGING).look(proof(story))).containsExactly(Finding.look("sources", "Docks", "[2] [3]"));
        assertThat(new NewsSources().look(proof(story))).isEmpty();
        assertThat(new NewsSources().look(proof(told(List.of(), List.of()))))
                .containsExactly(Finding.look("missing", "Docks"));
    }

    @Test
    void fillerTextStops() {
        assertThat(new FillerText().look(proof(story("Docks", "Of Lorem and of Ipsum.", null))))
                .isEmpty();
        assertThat(new FillerText().look(proof(story("Docks", "Lorem  ipsum dolor.", null))))
                .containsExactly(Finding.stops("found", "Docks"));
    }

    @Test
    void theTextPartHasEachHeadlineAndLink() {
        Story docks = story("https://news.example.org/1", "The queue at the docks");

        assertThat(new TextPart().look(copy("The queue at\nthe docks\nhttps://news.example.org/1", "", docks)))
                .isEmpty();
        assertThat(new TextPart().look(copy("The queue at the docks", "", docks)))
                .containsExactly(Finding.stops("missing", "The queue at the docks"));
        assertThat(new TextPart().look(copy("https://news.example.org/1", "", docks)))
                .containsExactly(Finding.stops("missing", "The queue at the docks"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='https://cdn.example/p.gif' alt=''>",
                "<td background='https://cdn.example/p.gif'>",
                "<link href='https://cdn.example/p.gif' rel='stylesheet'>",
                "<img srcset='https://x.example/1.jpg 1x, https://cdn.example/p.gif 2x' alt=''>",
                "<td><video poster='https://cdn.example/p.gif'></video></td>",
                "<td><object data='https://cdn.example/p.gif'></object></td>",
                "<td><!--[if mso]><v:rect><v:fill src='https://cdn.example/p.gif' /></v:rect><![endif]-->x</td>",
                "<style>@import 'https://cdn.example/p.gif';</style>",
                "<style>a { background: url(https://cdn.example/p.gif) }</style>",
                "<p style=\"background:url('https://cdn.example/p.gif')\">x</p>"
            })
    void whatAMailLoadsFromElsewhereStops(String html) {
        assertThat(new ForeignHosts().look(copy("", "<table><tr>" + html + "</tr></table>")))
                .containsExactly(Finding.stops("loads", "https://cdn.example/p.gif"));
    }

    @Test
    void picturesOfOursAndLinksLoadNothingFromElsewhere() {
        assertThat(new ForeignHosts()
                        .look(copy(
                                "", "<img src='https://x.example/pictures/1.jpg'><a href='https://a.example'>a</a>")))
                .isEmpty();
        assertThat(new ForeignHosts().look(copy("", "<img src='https://x.example.evil.example/1.jpg'>")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html lang='en'><h1>A</h1><a href='/a'><img src='/b' alt='B'></a><img src='/c' alt=''></html> |",
                "<html lang='en'><p>A</p></html>                                  | headings",
                "<html lang='en'><h1>A</h1><h1>B</h1></html>                      | headings",
                "<html><h1>A</h1></html>                                          | language",
                "<html lang='en'><h1>A</h1><img src='/c'></html>                  | picture",
                "<html lang='en'><h1>A</h1><a href='/a'><img src='/c' alt=''></a></html> | link",
            })
    void aMailCanBeReadOut(String html, @Nullable String what) {
        assertThat(new Structure().look(copy("", html)))
                .extracting(Finding::what)
                .containsExactlyElementsOf(what == null ? List.of() : List.of(what));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<td bgcolor='#ffffff'><p style='color:#16181d'>Ink</p></td>                                     | true",
                "<td bgcolor='#ffffff'><p style='color:#c9a227'>Gold</p></td>                                    | false",
                "<td style='background:#ffffff;color:#16181d'><p style='font-size:14px'>Ink</p></td>             | true",
                "<td style='background-color:#1d4680'><a style='color:#ffffff'>Button</a></td>                   | true",
                "<td style='background-color:#ffffff'><h2 style='font-size:24px;color:#808080'>Large</h2></td>   | true",
                "<td style='background-color:#ffffff'><p style='font-size:17px;color:#808080'>Small</p></td>     | false",
                "<td bgcolor='#ffffff'><div style='display:none;color:#ffffff'>Preheader</div></td>              | true",
                "<td bgcolor='#ffffff'><p style='color:red'>Nobody knows</p></td>                                | false",
                "<td bgcolor='#ffffff'><p style='color:#fff'>White on white</p></td>                             | false",
                "<td style='background:rgb(0, 0, 0)'><p style='color:#16181d'>Ink on black</p></td>              | false",
                "<td bgcolor='#ffffff'><p style='color:inherit'><b style='COLOR: #16181D'>Ink</b></p></td>       | true",
                "<td bgcolor='#ffffff'><p style='background:none;color:#16181d !important'>Ink</p></td>          | true",
            })
    void everyTextCanBeReadOnItsGround(String html, boolean fine) {
        List<Finding> found = new Contrast().look(copy("", "<table><tr>" + html + "</tr></table>"));

        assertThat(found.isEmpty()).isEqualTo(fine);
    }

    @Test
    void aColourInAnotherFormIsNamedOnce() {
        String two = "<td bgcolor='#ffffff'><p style='color:#ccc'>One</p><p style='color:#ccc'>Two</p></td>";

        assertThat(new Contrast().look(copy("", "<table><tr>" + two + "</tr></table>")))
                .containsExactly(Finding.look("form", "#ccc"));
    }

    @Test
    void anEditionIsReadInOneGo() {
        Story[] nine = IntStream.range(0, 9)
                .mapToObj(n -> story("https://news.example.org/" + n, "Docks " + n))
                .toArray(Story[]::new);

        assertThat(new Amount().look(copy(words(1_500) + " https://a.example/b/c", "")))
                .isEmpty();
        assertThat(new Amount().look(copy(words(1_501), ""))).containsExactly(Finding.look("words", 1_501));
        assertThat(new Amount().look(copy("", "", nine))).containsExactly(Finding.look("stories", 9));
    }

    @Test
    void aMailThatCannotBeRenderedStops() {
        Proof proof = new Proof(
                edition(SUBJECT, PREHEADER),
                publication("https://x.example", "1"),
                8,
                List.of(),
                List.of(),
                "In line 3: …");

        assertThat(new Rendering().look(proof)).extracting(Finding::level).containsExactly(Level.STOPS);
    }

    private static List<Finding> subject(String subject) {
        return new SubjectLine().look(proof(edition(subject, PREHEADER)));
    }

    private static List<Finding> preheader(String preheader) {
        return new PreheaderLine(JarTemplates.look(true)).look(proof(edition(SUBJECT, preheader)));
    }

    private static Proof at(String baseUrl, String postalAddress) {
        return new Proof(
                edition(SUBJECT, PREHEADER), publication(baseUrl, postalAddress), 8, List.of(), List.of(), null);
    }

    private static List<Finding> links(String url) {
        return new Links(STAGING).look(proof(story(url, "Docks")));
    }

    private static Story told(List<Story.NewsSource> sources, List<Story.XPost> posts) {
        return new Story(
                "https://news.example.org/1",
                "World",
                "Docks",
                "Short.",
                "Told.",
                "Told.",
                null,
                null,
                null,
                null,
                null,
                null,
                sources,
                posts);
    }

    private static Proof copy(String text, String html, Story... stories) {
        var copy = new LongestCopy(SUBJECT, text, html, URI.create("/u/1"), URI.create("/settings/1"));
        return new Proof(
                edition(SUBJECT, PREHEADER, stories),
                publication("https://x.example", "1"),
                8,
                List.of(copy),
                List.of(),
                null);
    }

    private static Proof proof(Story... stories) {
        return proof(edition(SUBJECT, PREHEADER, stories));
    }

    private static Proof proof(Edition edition) {
        return new Proof(edition, publication("https://x.example", "1"), 8, List.of(), List.of(), null);
    }

    private static Edition edition(String subject, String preheader, Story... stories) {
        return new Edition(
                1,
                "2026-W48",
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                EditionState.DRAFT,
                null,
                subject,
                preheader,
                null,
                1,
                false,
                null,
                "",
                null,
                null,
                null,
                List.of(),
                null,
                IntStream.range(0, stories.length)
                        .mapToObj(i -> new EditionStory(i, i + 1, i == 0, stories[i], null))
                        .toList(),
                List.of());
    }

    private static Story story(String url, String headline) {
        return story(url, headline, "Short.", null);
    }

    private static String words(int count) {
        return "word ".repeat(count).strip();
    }

    private static Story story(String headline, @Nullable String tldr, @Nullable Image image) {
        return story("https://news.example.org/1", headline, tldr, image);
    }

    private static Story story(String url, String headline, @Nullable String tldr, @Nullable Image image) {
        return new Story(
                url, "World", headline, tldr, "Told.", "Told.", null, null, null, null, null, image, List.of(),
                List.of());
    }

    private static Publication publication(String baseUrl, String postalAddress) {
        URI base = URI.create(baseUrl);
        return new Publication("A paper", "", postalAddress, ZoneId.of("UTC"), base, base, List.of());
    }
}
