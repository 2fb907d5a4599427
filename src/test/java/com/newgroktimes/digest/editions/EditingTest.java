package com.newgroktimes.digest.editions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import com.newgroktimes.digest.editions.EditionChange.StoryChange;
import com.newgroktimes.digest.editions.Placement.Status;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.editions.TestStory.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The clock stands at Wednesday 25 November 2026: week 48 is current, week 47 closed on Monday. */
@DigestTest
class EditingTest {

    private static final String SITE = "https://news.example.org/";

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Autowired
    private SettableClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"\0", " ", "\u200b", "\n"})
    void whatHoldsNothingToReadIsRefusedFieldByField(String nothing) {
        threeStories();
        Edition before = editions.get(1);

        assertThatThrownBy(() ->
                        change(1, new EditionChange(Wish.of(nothing), Wish.of(nothing), Wish.of(nothing), List.of())))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("subject: It is empty.")
                .hasMessageContaining("preheader: It is empty.")
                .hasMessageContaining("note: It is empty.");
        assertThat(editions.get(1)).isEqualTo(before);
    }

    @Test
    void whatIsChosenStaysWhateverComesToTheEdition() {
        threeStories();
        change(
                1,
                new EditionChange(
                        Wish.of("A subject of one's own"),
                        Wish.of("A line of one's own beside it"),
                        Wish.of("Dear readers,\nthis week is short."),
                        List.of(new StoryChange(
                                SITE + "a", Wish.of(1), Wish.of(false), Wish.unsaid(), Wish.of("Mended by hand")))));

        put("d", 13);

        Edition edition = editions.get(1);
        assertThat(names(1)).containsExactly("a", "d", "c", "b");
        assertThat(edition.subject()).isEqualTo("A subject of one's own");
        assertThat(edition.preheader()).isEqualTo("A line of one's own beside it");
        assertThat(edition.noteParagraphs()).containsExactly("Dear readers,", "this week is short.");
        assertThat(edition.stories().get(0).content().headline()).isEqualTo("Mended by hand");
        assertThat(edition.stories().get(0).isLong()).isFalse();
    }

    @Test
    void whatIsTakenBackGoesByRuleAgain() {
        threeStories();
        Edition before = editions.get(1);
        change(
                1,
                new EditionChange(
                        Wish.of("A subject of one's own"),
                        Wish.of("A line of one's own"),
                        Wish.of("Dear readers"),
                        List.of()));
        change(1, new StoryChange(SITE + "a", Wish.of(1), Wish.of(true), Wish.unsaid(), Wish.of("By hand")));
        change(1, StoryChange.leftOut(SITE + "b"));

        change(
                1,
                new EditionChange(
                        Wish.byRule(),
                        Wish.byRule(),
                        Wish.byRule(),
                        List.of(
                                new StoryChange(SITE + "a", Wish.byRule(), Wish.byRule(), Wish.unsaid(), Wish.byRule()),
                                new StoryChange(
                                        SITE + "b", Wish.unsaid(), Wish.unsaid(), Wish.byRule(), Wish.unsaid()))));

        assertThat(editions.get(1)).isEqualTo(before);
    }

    @Test
    void aStoryLeftOutStaysOutAndGoesIntoNoOtherEdition() {
        threeStories();

        change(1, StoryChange.leftOut(SITE + "b"));
        stories.put(named("b").at(moment(11)).headed("It has changed since").story(), "api");

        assertThat(names(1)).containsExactly("c", "a");
        assertThat(placement("b")).isEqualTo(new Placement(Status.LEFT_OUT, 1));
        assertThat(editions.get(1).leftOut())
                .singleElement()
                .satisfies(story -> assertThat(story.content().headline()).isEqualTo("It has changed since"));
        send(1);
        clock.set(Instant.parse("2026-12-01T10:00:00Z"));
        stories.put(named("new").at("2026-12-01T09:00:00Z").story(), "api");
        editions.assemble("current");
        assertThat(names(2)).containsExactly("new");
        change(2, StoryChange.putIn(SITE + "b"));
        assertThat(names(2)).contains("b");
    }

    @Test
    void anOldStoryIsPutInByHandAndLeavesAgainByRule() {
        stories.put(named("old").at("2026-10-01T10:00:00Z").story(), "api");
        threeStories();
        assertThat(placement("old").status()).isEqualTo(Status.OLD);

        change(1, StoryChange.putIn(SITE + "old"));
        put("d", 13);

        assertThat(names(1)).containsExactly("d", "c", "b", "a", "old");
        change(1, new StoryChange(SITE + "old", Wish.unsaid(), Wish.unsaid(), Wish.byRule(), Wish.unsaid()));
        assertThat(names(1)).doesNotContain("old");
        assertThat(placement("old").status()).isEqualTo(Status.OLD);
    }

    @Test
    void aStoryOfAnotherOpenEditionMoves() {
        stories.put(named("before").at("2026-11-20T10:00:00Z").story(), "api");
        editions.assemble("last");
        stories.put(named("a").at(moment(10)).story(), "api");
        editions.assemble("current");

        change(2, StoryChange.putIn(SITE + "before"));
        stories.put(
                named("before")
                        .at("2026-11-20T10:00:00Z")
                        .headed("It has changed")
                        .story(),
                "api");

        assertThat(names(1)).isEmpty();
        assertThat(names(2)).containsExactly("a", "before");
        change(1, StoryChange.putIn(SITE + "before"));
        assertThat(names(1)).containsExactly("before");
        assertThat(names(2)).containsExactly("a");
    }

    @Test
    void withinASectionWhatIsToldAtLengthComesFirst() {
        threeStories();
        stories.put(named("w").in("World").at(moment(12)).story(), "api");

        change(1, new StoryChange(SITE + "a", Wish.unsaid(), Wish.of(true), Wish.unsaid(), Wish.unsaid()));

        assertThat(names(1)).containsExactly("a", "c", "b", "w");
    }

    @Test
    void whatCannotBeChangedIsNamedAndNothingIs() {
        threeStories();
        Edition before = editions.get(1);
        stories.put(named("future").at("2026-11-27T10:00:00Z").story(), "api");
        stories.put(named("incomplete").at(moment(9)).withTldr(null).story(), "api");

        assertThatThrownBy(() -> change(
                        1,
                        new EditionChange(
                                Wish.of("A subject"),
                                Wish.of(" "),
                                Wish.of("word ".repeat(121)),
                                List.of(
                                        StoryChange.at(SITE + "a", 0),
                                        StoryChange.putIn(SITE + "future"),
                                        StoryChange.putIn(SITE + "incomplete"),
                                        StoryChange.putIn(SITE + "nowhere"),
                                        StoryChange.putIn("nowhere at all")))))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Kind.UNPROCESSABLE);
                    assertThat(problem.detail())
                            .contains(
                                    "preheader:",
                                    "note: It has 121 words",
                                    "stories[0].position",
                                    "stories[1].included")
                            .contains("stories[2].included", "stories[3].url", "stories[4].url");
                });
        assertThatThrownBy(() -> change(1, StoryChange.at(SITE + "future", 1)))
                .hasMessageContaining("not in edition 1");
        assertThat(editions.get(1)).isEqualTo(before);
    }

    @Test
    void whatIsFrozenOrWasChangedMeanwhileIsNotChanged() {
        threeStories();
        String looked = editions.get(1).contentHash();
        change(1, StoryChange.leftOut(SITE + "b"));

        assertThatThrownBy(() -> editions.change(1, looked, EditionChange.of(List.of()), "ana"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.STALE));
        hold(editions.get(1));
        assertThatThrownBy(() -> change(1, StoryChange.leftOut(SITE + "a")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.CONFLICT));
        editions.move(1, Set.of(EditionState.HOLDING), EditionState.READY, null);
        assertThat(names(1)).containsExactly("c", "a");
    }

    /** Moves in any order give what a list would, and filling the edition anew changes nothing of it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theOrderIsTheOneThatWasMade(long seed) {
        Random random = new Random(seed);
        threeStories();
        for (int hour = 13; hour < 18; hour++) {
            put(Character.toString('a' + hour - 10), hour);
        }
        List<String> expected = new ArrayList<>(names(1));
        for (int i = 0; i < 12; i++) {
            String name = expected.get(random.nextInt(expected.size()));
            int position = 1 + random.nextInt(expected.size());
            expected.remove(name);
            expected.add(position - 1, name);

            change(1, StoryChange.at(SITE + name, position));
            editions.assemble("current");

            assertThat(names(1)).as("seed %d, move %d", seed, i).isEqualTo(expected);
        }
        Collections.shuffle(expected, random);
        change(
                1,
                expected.stream()
                        .map(name -> StoryChange.at(SITE + name, expected.indexOf(name) + 1))
                        .toArray(StoryChange[]::new));
        assertThat(names(1)).isEqualTo(expected);
    }

    private void threeStories() {
        put("a", 10);
        put("b", 11);
        put("c", 12);
        editions.assemble("current");
    }

    private void put(String name, int hour) {
        stories.put(named(name).at(moment(hour)).story(), "api");
    }

    private static Instant moment(int hour) {
        return Instant.parse("2026-11-24T%02d:00:00Z".formatted(hour));
    }

    private void change(int edition, StoryChange... changes) {
        change(edition, EditionChange.of(Arrays.asList(changes)));
    }

    private void change(int edition, EditionChange change) {
        editions.change(edition, editions.get(edition).contentHash(), change, "ana");
    }

    private void send(int number) {
        hold(editions.get(number));
        editions.move(number, Set.of(EditionState.HOLDING), EditionState.PREPARING, null);
        editions.frozen(number, clock.instant());
        editions.move(number, Set.of(EditionState.PREPARING), EditionState.SENT, null);
    }

    private void hold(Edition edition) {
        Instant until = clock.instant().plusSeconds(60);
        assertThat(editions.hold(edition.number(), edition.contentHash(), 3, "ana", until))
                .isTrue();
    }

    private Placement placement(String name) {
        return editions.placement(stories.find(SITE + name).orElseThrow());
    }

    private List<String> names(int edition) {
        return editions.get(edition).stories().stream()
                .map(story -> story.content().url().substring(SITE.length()))
                .toList();
    }
}
