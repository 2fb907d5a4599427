package com.newgroktimes.digest.editions.digest;

import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionSettings;
import com.newgroktimes.digest.editions.EditionStory;
import com.newgroktimes.digest.editions.Variant;
import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.mail.MessageHead;
import com.newgroktimes.digest.mail.Slot;
import com.newgroktimes.digest.rendering.JarTemplates;
import com.newgroktimes.digest.rendering.Words;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.testing.SampleStories;
import com.newgroktimes.digest.testing.SampleStories.StoryBuilder;

import static com.newgroktimes.digest.testing.SamplePublication.PUBLICATION;
import static com.newgroktimes.digest.testing.SampleStories.story;

/** The states in which the digest is looked at, each rendered and joined as a reader gets it. */
enum Specimen {
    EIGHT_STORIES(() -> SampleStories.edition(8)),
    ONE_STORY(() -> SampleStories.edition(1)),
    FOURTEEN_STORIES(() -> SampleStories.edition(14)),
    NO_PICTURES(() -> changed(Specimen::withoutPicture)),
    NO_MSM_BOX(() -> changed(story -> with(story, null, story.xPerspective()))),
    NO_X_BOX(() -> changed(story -> with(story, story.msmPerspective(), null))),
    NO_BYLINE(() ->
            of(parts(story("World", "Somebody saw it, and nobody says who")).by(null, null))),
    NO_SOURCES(() -> of(story("World", "Nobody printed it, and everybody knows"))),
    TWELVE_SOURCES(() -> of(sources(parts(story("World", "Twelve papers tell it, each in its own way")), 12))),
    A_HEADLINE_OF_140_CHARACTERS(
            () -> of(
                    parts(
                            story(
                                    "Politics",
                                    "A commission that was set up to shorten the names of commissions is itself renamed for the third time, and the new name is longer than both")))),
    A_WORD_OF_80_CHARACTERS(
            () -> of(everywhere("rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetzesentwurfsplan1"))),
    MARKUP_AS_TEXT(
            () -> of(everywhere("& < > \" ' </mj-text> ${x} [=x] <#if> <b>bold</b> &amp; <!-- x -->\r\nX-Field: \n."))),
    EMOJI(() -> of(everywhere("🚢🚢 ships, 👩‍🚀 crews & a 🏳️‍🌈 flag"))),
    CHINESE(() -> of(everywhere("码头的队伍自己也排起了队，船员们手写了一份名单").lang("zh"))),
    ARABIC(() -> of(everywhere("مرصد صغير (بحجم المصباح) يسبق قمرين صناعيين").lang("ar"))),
    A_NOTE(() -> noted(
            SampleStories.edition(2),
            "Dear readers,\nthis week is <b>short</b>: ${x} & half of us are at sea.\nمرحبا بكم في هذا العدد")),
    GERMAN(() -> SampleStories.edition(8), "de"),
    RIGHT_TO_LEFT(() -> SampleStories.edition(arabicAndEnglish()), "ar");

    static final Map<Slot, String> READER = Map.of(
            Slot.ADDRESS, "o'hara&co@example.org",
            Slot.SIGNED_UP, "24 November 2026",
            Slot.UNSUBSCRIBE, "https://digest.example.org/u/AQECAAAAAAAAAAABkk1kk1kk1kk1kk1kk1kk1kk",
            Slot.SETTINGS, "https://digest.example.org/settings/AQECAAAAAAAAAAABkk1kk1kk1kk1kk1kk1kk1kk");

    /** RFC 5321 leaves an address 254 characters; a token of ours has fewer than these. */
    static final Map<Slot, String> LONGEST_READER = Map.of(
            Slot.ADDRESS, "a".repeat(64) + "@" + "b".repeat(60) + ".example".repeat(16) + "s",
            Slot.SIGNED_UP, "30 September 2026",
            Slot.UNSUBSCRIBE, "https://digest.example.org/u/" + "c".repeat(64),
            Slot.SETTINGS, "https://digest.example.org/settings/" + "c".repeat(64));

    private final Supplier<Edition> edition;
    private final String language;

    Specimen(Supplier<Edition> edition) {
        this(edition, "en");
    }

    Specimen(Supplier<Edition> edition, String language) {
        this.edition = edition;
        this.language = language;
    }

    Edition edition() {
        Edition made = edition.get();
        return renamed(made, Subject.of(made.stories()), Preheader.of(made.stories()));
    }

    Locale language() {
        return Locale.forLanguageTag(language);
    }

    RenderedDigest rendered() {
        return renderer().render(edition(), new Variant(language, "html", List.of()));
    }

    String html() {
        return rendered().skeleton().html(READER);
    }

    Document document() {
        return Jsoup.parse(html());
    }

    String text() {
        return rendered().skeleton().text(READER).replace("\r\n", "\n");
    }

    /** The whole message as it is handed to the relay. */
    byte[] message(Map<Slot, String> reader) {
        RenderedDigest mail = rendered();
        return MessageHead.of(
                        PUBLICATION.name(),
                        EmailAddress.ofOurs("digest@news.example"),
                        EmailAddress.parse("ada@example.org"),
                        mail.subject(),
                        ZonedDateTime.parse("2026-11-30T07:00:00Z"),
                        "<12.1@news.example>",
                        EmailAddress.ofOurs("editors@news.example"),
                        language)
                .oneClick(URI.create("https://digest.example.org/u/token"))
                .join(mail.skeleton(), reader);
    }

    static DigestRenderer renderer() {
        return new DigestRenderer(
                JarTemplates.mail(),
                new Words(),
                new EditionSettings(DayOfWeek.MONDAY, LocalTime.of(6, 0), 8, Duration.ofDays(28), 32),
                PUBLICATION,
                Clock.fixed(Instant.parse("2026-11-30T07:00:00Z"), ZoneOffset.UTC));
    }

    static Edition numbered(Edition made, int number) {
        return copy(made, number, made.subject(), made.preheader(), made.note());
    }

    private static Edition renamed(Edition made, String subject, String preheader) {
        return copy(made, made.number(), subject, preheader, made.note());
    }

    private static Edition noted(Edition made, String note) {
        return copy(made, made.number(), made.subject(), made.preheader(), note);
    }

    private static Edition copy(Edition made, int number, String subject, String preheader, @Nullable String note) {
        return new Edition(
                number,
                made.week(),
                made.opens(),
                made.closes(),
                made.state(),
                made.reason(),
                subject,
                preheader,
                note,
                made.revision(),
                made.mending(),
                made.mendedAt(),
                made.contentHash(),
                made.leavesAt(),
                made.approvedRecipients(),
                made.frozenAt(),
                made.corrections(),
                made.withdrawn(),
                made.stories(),
                made.leftOut());
    }

    private static Edition of(StoryBuilder story) {
        var stories = new ArrayList<Story>(List.of(story.build()));
        SampleStories.edition(2).stories().stream().map(EditionStory::content).forEach(stories::add);
        return SampleStories.edition(stories);
    }

    private static Edition changed(UnaryOperator<Story> change) {
        return SampleStories.edition(SampleStories.edition(3).stories().stream()
                .map(EditionStory::content)
                .map(change)
                .toList());
    }

    private static StoryBuilder parts(StoryBuilder story) {
        return story.tldr("It happened before noon, and by evening it had a name that nobody had given it.")
                .msm("Papers print the name and ask who gave it.")
                .x("Posters knew the name before it happened, and prove it with screenshots of each other.")
                .body("<p>At first it was a rumour, then a number, and then a queue [1].</p>")
                .by("MARA LINDQVIST", "Torvik")
                .news("https://harbourwire.example/name", "Harbour Wire")
                .posts("namewatcher");
    }

    private static StoryBuilder sources(StoryBuilder story, int all) {
        IntStream.range(1, all).forEach(i -> story.news("https://paper" + i + ".example/it", null));
        return story;
    }

    /** The same words in each field that has any. */
    private static StoryBuilder everywhere(String words) {
        String html = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return story(words, words + " " + words.length())
                .tldr(words)
                .msm(words)
                .x(words)
                .body("<p>" + html + " [1]</p><p><em>" + html + "</em></p>")
                .by(words, words)
                .picture(words)
                .news("https://example.org/?a=1&b=\"><b>", words)
                .news("https://example.org/another", words)
                .posts("somebody");
    }

    private static List<Story> arabicAndEnglish() {
        var stories = new ArrayList<Story>();
        stories.add(everywhere("مرصد صغير (بحجم المصباح) يسبق قمرين صناعيين")
                .lang("ar")
                .build());
        SampleStories.edition(3).stories().stream().map(EditionStory::content).forEach(stories::add);
        return stories;
    }

    private static Story withoutPicture(Story story) {
        return new Story(
                story.url(),
                story.section(),
                story.headline(),
                story.tldr(),
                story.msmPerspective(),
                story.xPerspective(),
                story.bodyHtml(),
                story.byline(),
                story.place(),
                story.lang(),
                story.publishedAt(),
                null,
                story.newsSources(),
                story.xPosts());
    }

    private static Story with(Story story, @Nullable String msm, @Nullable String x) {
        return new Story(
                story.url(),
                story.section(),
                story.headline(),
                story.tldr(),
                msm,
                x,
                story.bodyHtml(),
                story.byline(),
                story.place(),
                story.lang(),
                story.publishedAt(),
                story.image(),
                story.newsSources(),
                story.xPosts());
    }
}
