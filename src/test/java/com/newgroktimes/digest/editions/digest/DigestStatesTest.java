package com.newgroktimes.digest.editions.digest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.rendering.Words;
import com.newgroktimes.digest.stories.Story;

import static com.newgroktimes.digest.testing.ServiceUnderTest.BASE_URL;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the digest in every state that it can be in. */
class DigestStatesTest {

    /** Of these, one bad line can cost a whole mail its styling, or its readers a part of it. */
    private static final Pattern NEVER_IN_STYLES = Pattern.compile("var\\(|--\\w|rgba?\\(|hsla?\\(|light-dark|@supports"
            + "|@import|@font-face|url\\(|position:|display:\\s*(?:flex|grid)|\\drem\\b|\\{[^}]*\\{[^}]*\\{");

    private static final String NEVER_IN_TAGS =
            "svg, form, input, button, video, audio, picture, iframe, object, script, link,"
                    + " [srcset], [aria-labelledby], [aria-describedby], [id], a[name], [src^=data:], [href^=#], [background]";

    private static final String HIDDEN = "[style*=display:none]";

    private static final Pattern STYLE_RULE = Pattern.compile("([^{}]+)\\{([^{}]+)\\}");

    private static final Pattern URL = Pattern.compile("https?://\\S+");

    private static final Set<String> SAID_BY_THE_LAYOUT = Set.of("من", "von", "story", "of", "read", "the", "full");

    @ParameterizedTest
    @EnumSource
    void nothingThatMailProgramsChokeOnIsInIt(Specimen specimen) {
        Document mail = specimen.document();
        String styles = Stream.concat(
                        mail.select("style").stream().map(Element::data),
                        mail.select("[style]").stream().map(tag -> tag.attr("style")))
                .collect(Collectors.joining("\n"));

        assertThat(NEVER_IN_STYLES.matcher(styles).results().map(found -> found.group()))
                .isEmpty();
        assertThat(mail.select(NEVER_IN_TAGS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLoadedFromElsewhere(Specimen specimen) {
        assertThat(specimen.document().select("[src]").eachAttr("src")).allMatch(src -> src.startsWith(BASE_URL + "/"));
    }

    @ParameterizedTest
    @EnumSource
    void everyPictureIsDescribedAndEveryLinkHasANameOfItsOwn(Specimen specimen) {
        Document mail = specimen.document();
        Map<String, Set<String>> targets = mail.select("a").stream()
                .collect(Collectors.groupingBy(
                        Element::text, Collectors.mapping(link -> link.attr("href"), Collectors.toSet())));

        assertThat(mail.select("img").eachAttr("alt")).noneMatch(String::isBlank);
        assertThat(mail.select("img:not([alt])")).isEmpty();
        assertThat(targets).isNotEmpty().allSatisfy((name, urls) -> {
            assertThat(name).isNotBlank();
            assertThat(urls).as(name).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theLinesOfThePlainTextFitAWindow(Specimen specimen) {
        for (String line : specimen.text().split("\n", -1)) {
            String seen = line.replaceAll("[\\p{Cf}\\p{Mn}\\p{Me}]", "");
            assertThat(seen.codePointCount(0, seen.length()) <= 72 || line.matches("(-- )?\\S+"))
                    .as(line)
                    .isTrue();
            assertThat(line).isNotEqualTo("-- ").doesNotContain("\t", "\r");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLabelOfThePlainTextHasABlankLineBeforeIt(Specimen specimen) {
        List<String> lines = List.of(specimen.text().split("\n", -1));
        Pattern label = labels(specimen);

        assertThat(lines).filteredOn(line -> label.matcher(line).lookingAt()).hasSizeGreaterThan(4);
        for (int i = 1; i < lines.size(); i++) {
            if (label.matcher(lines.get(i)).lookingAt()) {
                assertThat(lines.get(i - 1)).as("before " + lines.get(i)).isEmpty();
            }
        }
    }

    /** What begins a part of the plain text, in the words of its language. */
    private static Pattern labels(Specimen specimen) {
        Locale language = specimen.language();
        Words words = new Words();
        Stream<String> headings = Stream.concat(
                Stream.of("contents", "msm", "x", "more").map(key -> words.text("mail.digest." + key, language)),
                Stream.of(words.text("mail.digest.story", language, 1, 1)));
        Stream<String> others = Stream.concat(
                Stream.of("tldr", "full.label", "sources", "posts")
                        .map(key -> words.text("mail.digest." + key, language)),
                Stream.of("unsubscribe", "settings", "past")
                        .map(key -> words.text("mail.footer." + key, language) + ":"));
        String whole = headings.map(heading -> heading.toUpperCase(language))
                .map(heading -> Pattern.quote(heading) + "$")
                .map(heading -> heading.replaceAll("1", "\\\\E\\\\d+\\\\Q"))
                .collect(Collectors.joining("|"));
        return Pattern.compile(
                whole + "|" + others.map(Pattern::quote).collect(Collectors.joining("|")) + "|-- ", Pattern.MULTILINE);
    }

    @ParameterizedTest
    @EnumSource
    void everyHeadlineAndEveryAddressIsInThePlainText(Specimen specimen) {
        String text = specimen.text();
        String words = onOneLine(text);

        for (EditionStory copy : specimen.edition().stories()) {
            Story story = copy.content();
            assertThat(words).contains(onOneLine(story.headline()));
            assertThat(text).contains(story.url());
        }
        assertThat(specimen.document().select("a").eachAttr("href"))
                .allSatisfy(url -> assertThat(text)
                        .satisfiesAnyOf(
                                it -> assertThat(it).contains(url),
                                it -> assertThat(url).isEqualTo("https://newgroktimes.example")));
    }

    @ParameterizedTest
    @EnumSource
    void bothPartsHaveTheSameWords(Specimen specimen) {
        Document mail = specimen.document();
        mail.select(HIDDEN).remove(); // the preheader, which is of the envelope
        mail.select("a:contains(Read the full story)").remove(); // a headline that may be cut
        Set<String> html = words(mail.body().text());
        Set<String> text = words(URL.matcher(specimen.text()).replaceAll(" "));

        assertThat(text).containsAll(html);
        html.addAll(SAID_BY_THE_LAYOUT);
        assertThat(html).containsAll(text);
    }

    @Test
    void nothingButThePreheaderIsHidden() {
        Element preheader = Specimen.EIGHT_STORIES.document().select(HIDDEN).get(0);

        assertThat(Specimen.EIGHT_STORIES.document().select(HIDDEN)).hasSize(1);
        assertThat(preheader.text()).startsWith(Specimen.EIGHT_STORIES.edition().preheader());
        assertThat(preheader.text().chars().filter(sign -> sign == '\u2007')).hasSize(60);
        // White on white is what filters look for.
        assertThat(preheader.attr("style")).contains("color:#595f69");
    }

    @Test
    void theLongestCopyOfEightStoriesIsFarFromBeingClipped() {
        String html = Specimen.EIGHT_STORIES.rendered().skeleton().html(Specimen.LONGEST_READER);

        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(65_000);
    }

    @Test
    void theHeadOfAMailIsFarFromTheSizeAtWhichItIsDropped() {
        String styles = Specimen.EIGHT_STORIES.document().select("style").stream()
                .map(Element::data)
                .collect(Collectors.joining());

        assertThat(styles.length()).isLessThan(8_000);
    }

    /** Outlook.com and its apps know no question of light or dark, and mark what they repaint instead. */
    @Test
    void whatIsDarkByNightIsDarkInOutlookToo() {
        String styles = Specimen.EIGHT_STORIES.document().select("style").stream()
                .map(Element::data)
                .collect(Collectors.joining("\n"));
        int night = styles.indexOf("@media (prefers-color-scheme:dark)");
        int outlook = styles.indexOf("[data-ogs", night);

        assertThat(declarations(styles.substring(styles.indexOf('{', night) + 1, outlook)))
                .filteredOn(declaration -> !declaration.startsWith("body ")) // theirs is around many mails
                .hasSizeGreaterThan(20)
                .isSubsetOf(declarations(styles.substring(outlook).replaceAll("\\[data-ogs[bc]\\] ", "")));
    }

    private static Set<String> declarations(String styles) {
        return STYLE_RULE
                .matcher(styles)
                .results()
                .flatMap(rule -> Stream.of(rule.group(1).split(","))
                        .flatMap(selector -> Stream.of(rule.group(2).split(";"))
                                .map(declaration -> selector.strip() + " { " + declaration.strip() + " }")))
                .collect(Collectors.toSet());
    }

    @Test
    void inARightToLeftMailEverythingBeginsAtTheRight() {
        Document mail = Specimen.RIGHT_TO_LEFT.document();

        assertThat(mail.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(mail.select("html").attr("lang")).isEqualTo("ar");
        assertThat(mail.select("ol").attr("style")).contains("padding:0 28px 0 0");
        assertThat(mail.select("td.msm").eachAttr("style"))
                .first()
                .asString()
                .contains("border-right:4px", "text-align:right");
        assertThat(mail.select("td.msm").eachAttr("style").subList(1, 4))
                .allMatch(style -> style.contains("border-left:4px"));
        assertThat(mail.select("h2[lang=en][dir=ltr]")).hasSize(3);
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Labels in capitals have SS for ß. */
    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(folded(text).split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !word.matches("\\p{Nd}+"))
                .collect(Collectors.toSet());
    }
}
