package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import com.newgroktimes.digest.editions.Check.Level;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.stories.Story;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;
import com.newgroktimes.digest.testing.Statements;

import static com.newgroktimes.digest.editions.TestStory.named;
import static org.assertj.core.api.Assertions.assertThat;

@DigestTest
class EditionChecksTest {

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Autowired
    private PicturesCheck picturesCheck;

    @Autowired
    private RepeatedStoryCheck repeatedStoryCheck;

    @Autowired
    private SettableClock clock;

    @Test
    void eachRuleSaysSomethingOfAnEditionInWhichAllIsWell() {
        put(named("chips").at("2026-11-24T10:00:00Z"));
        put(named("docks").at("2026-11-24T11:00:00Z"));

        assertThat(editions.assemble("current").edition().state()).isEqualTo(EditionState.READY);

        assertThat(editions.checks(1))
                .filteredOn(check -> check.level() == Level.FINE)
                .extracting(Check::rule)
                .contains(
                        "headline",
                        "tldr",
                        "alt-text",
                        "perspectives",
                        "story-links",
                        "links",
                        "pictures",
                        "templates",
                        "lengths",
                        "filler-text",
                        "text-part",
                        "foreign-hosts",
                        "structure",
                        "contrast",
                        "amount",
                        "night",
                        "repeated-story",
                        "proposed",
                        "subject",
                        "preheader",
                        "postal-address",
                        "rendering",
                        "unsubscribe-link",
                        "leftover-marks",
                        "size")
                .doesNotHaveDuplicates();
        assertThat(editions.checks(1)).extracting(Check::message).noneMatch(String::isBlank);
    }

    @Test
    void aPictureWithoutDescriptionMakesADraftUntilItIsMended() {
        put(named("chips").at("2026-11-24T10:00:00Z").showing("https://news.example.org/chips.jpg", null));
        assertThat(editions.assemble("current").edition().state()).isEqualTo(EditionState.DRAFT);
        assertThat(rule("alt-text").level()).isEqualTo(Level.STOPS);
        assertThat(rule("alt-text").message()).contains("What is known about chips so far");

        put(named("chips").at("2026-11-24T10:00:00Z").showing("https://news.example.org/chips.jpg", "A chip"));

        assertThat(editions.find(1).orElseThrow().state()).isEqualTo(EditionState.READY);
        assertThat(rule("alt-text").level()).isEqualTo(Level.FINE);
    }

    @Test
    void aStoryThatArrivesWithAFaultMakesADraftOfAReadyEdition() {
        put(named("chips").at("2026-11-24T10:00:00Z"));
        editions.assemble("current");

        put(named("docks").at("2026-11-24T10:00:00Z").showing("https://news.example.org/docks.jpg", ""));

        assertThat(editions.find(1).orElseThrow().state()).isEqualTo(EditionState.DRAFT);
    }

    @Test
    void whatWasToldInAnEarlierEditionIsNamed() {
        put(named("chips").at("2026-11-20T10:00:00Z"));
        Edition first = editions.assemble("last").edition();
        editions.hold(1, first.contentHash(), 1, "Ana", clock.instant());
        editions.move(1, EnumSet.of(EditionState.HOLDING), EditionState.PREPARING, null);
        editions.frozen(1, clock.instant());
        put(named("chips-again").headed("What is known  about CHIPS so far").at("2026-11-24T10:00:00Z"));
        editions.assemble("current");

        assertThat(rule(2, "repeated-story").message())
                .isEqualTo(
                        "“What is known  about CHIPS so far” was told in edition 1 already. Take it out, or give it a headline that says what is new.");
    }

    @Test
    void aRuleAsksOnceForAllStories() {
        for (String name : List.of("chips", "docks", "moths")) {
            put(named(name)
                    .at("2026-11-24T10:00:00Z")
                    .showing("https://nobody.invalid/" + name + ".jpg", "What is known"));
        }
        Edition edition = editions.assemble("current").edition();

        assertThat(Statements.during(
                        () -> assertThat(picturesCheck.look(edition)).hasSize(3)))
                .hasSize(1);
        assertThat(Statements.during(() -> repeatedStoryCheck.look(edition))).hasSize(1);
    }

    @Test
    void whoSendsAtNightIsToldThatItIs() {
        put(named("chips").at("2026-11-24T10:00:00Z"));
        editions.assemble("current");
        assertThat(rule("night").level()).isEqualTo(Level.FINE);

        clock.set(Instant.parse("2026-11-25T22:00:00Z"));
        assertThat(rule("night").level()).isEqualTo(Level.LOOK);
        clock.set(Instant.parse("2026-11-26T05:59:00Z"));
        assertThat(rule("night").message()).startsWith("It is 05:59 (UTC).");
        clock.set(Instant.parse("2026-11-26T06:00:00Z"));
        assertThat(rule("night").level()).isEqualTo(Level.FINE);
    }

    @Test
    void checkingAgainChangesNothingWhereNothingChanged() {
        put(named("chips").at("2026-11-24T10:00:00Z"));
        Edition before = editions.assemble("current").edition();

        assertThat(editions.check(1)).isEqualTo(editions.checks(1));
        assertThat(editions.find(1)).contains(before);
    }

    @Test
    void whatLooksLikeAMarkInAStoryIsText() {
        put(named("chips").at("2026-11-24T10:00:00Z").headed("Why ${x} and %%y%% and <#z> are words like any other"));

        assertThat(editions.assemble("current").edition().state()).isEqualTo(EditionState.READY);

        assertThat(rule("leftover-marks").level()).isEqualTo(Level.FINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Why ${x} and %%y%%", "Why <#if x> and </#if> and #{y}", "Why &lt;#if x&gt;", "Why &#60;#if"})
    void norAreMarksThatBodiesAndEditorsSpeakOf(String words) {
        String escaped = words.replace("<", "&lt;").replace(">", "&gt;");
        Story story = named("chips").at("2026-11-24T10:00:00Z").story();
        stories.put(
                new Story(
                        story.url(),
                        story.section(),
                        story.headline(),
                        story.tldr(),
                        story.msmPerspective(),
                        story.xPerspective(),
                        "<p>" + escaped + " in a <code>template</code>, and what it does there.</p>",
                        story.byline(),
                        story.place(),
                        story.lang(),
                        story.publishedAt(),
                        story.image(),
                        story.newsSources(),
                        story.xPosts()),
                "api");
        editions.assemble("current");
        editions.change(
                1,
                editions.get(1).contentHash(),
                new EditionChange(Wish.of(words), Wish.of(words), Wish.of(words), List.of()),
                "ana");

        assertThat(rule("leftover-marks").message()).doesNotContain("<#", "$", "%%");
        assertThat(rule("leftover-marks").level()).isEqualTo(Level.FINE);
    }

    @Test
    void anEditionThatIsTooLargeStops() {
        for (int i = 0; i < 8; i++) {
            put(named("long-" + i).at("2026-11-24T10:00:00Z").withTldr("EinLangesWort".repeat(1_200)));
        }

        assertThat(editions.assemble("current").edition().state()).isEqualTo(EditionState.DRAFT);
        assertThat(rule("size").level()).isEqualTo(Level.STOPS);
    }

    private Check rule(String id) {
        return rule(1, id);
    }

    private Check rule(int edition, String id) {
        return editions.checks(edition).stream()
                .filter(check -> check.rule().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void put(TestStory story) {
        stories.put(story.story(), "api");
    }
}
