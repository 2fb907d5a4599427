package com.newgroktimes.digest.editions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.newgroktimes.digest.editions.Editions.Assembled;
import com.newgroktimes.digest.editions.Placement.Status;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;

import static com.newgroktimes.digest.editions.TestStory.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The clock stands at Wednesday 25 November 2026: week 48 is current, week 47 closed on Monday. */
@DigestTest
class AssemblyTest {

    @Autowired
    private Editions editions;

    @Autowired
    private Archive archive;

    @Autowired
    private Stories stories;

    @Autowired
    private SettableClock clock;

    @Autowired
    private DueStories due;

    @Autowired
    private JdbcClient database;

    @Test
    void anEditionTakesTheStoriesOfItsWindow() {
        put(named("before").at("2026-11-16T05:59:59Z"));
        put(named("first").at("2026-11-16T06:00:00Z"));
        put(named("last").at("2026-11-23T05:59:59Z"));
        put(named("after").at("2026-11-23T06:00:00Z"));

        Assembled assembled = editions.assemble("last");

        assertThat(assembled.created()).isTrue();
        assertThat(assembled.edition().number()).isEqualTo(1);
        assertThat(assembled.edition().week()).isEqualTo("2026-W47");
        assertThat(assembled.edition().state()).isEqualTo(EditionState.READY);
        assertThat(names(1)).containsExactly("last", "first");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anEditionThatIsStoppedBeforeItsListIsMadeLeavesItsStoriesToTheNext(boolean nextIsThere) {
        put(named("first").at("2026-11-18T06:00:00Z"));
        put(named("last").at("2026-11-20T06:00:00Z"));
        put(named("after").at("2026-11-24T06:00:00Z"));
        put(named("rejected").at("2026-11-20T07:00:00Z"));
        Edition made = editions.assemble("last").edition();
        editions.change(
                1,
                made.contentHash(),
                EditionChange.of(List.of(EditionChange.StoryChange.leftOut("https://news.example.org/rejected"))),
                "ana");
        Edition edition = edition(1);
        if (nextIsThere) {
            editions.assemble("current");
        }
        hold(edition);
        editions.move(1, Set.of(EditionState.HOLDING), EditionState.PREPARING, null);

        assertThat(editions.move(1, Set.of(EditionState.PREPARING), EditionState.STOPPED, "Stopped for good by ana."))
                .isTrue();

        editions.assemble("current");
        assertThat(names(2)).containsExactlyInAnyOrder("first", "last", "after");
        assertThat(names(1)).isEmpty();
        assertThat(edition(1).leftOut()).hasSize(1);
    }

    @Test
    void oneThatIsStoppedOnItsWayKeepsThem() {
        put(named("first").at("2026-11-18T06:00:00Z"));
        put(named("after").at("2026-11-24T06:00:00Z"));
        hold(editions.assemble("last").edition());
        editions.frozen(1, clock.instant());

        editions.move(1, Set.of(EditionState.HOLDING), EditionState.SENDING, null);
        editions.move(1, Set.of(EditionState.SENDING), EditionState.STOPPED, null);

        editions.assemble("current");
        assertThat(names(1)).containsExactly("first");
        assertThat(names(2)).containsExactly("after");
    }

    @Test
    void theSameWeekAgainIsTheSameEdition() {
        put(named("chips").at("2026-11-20T10:00:00Z"));
        Edition first = editions.assemble("2026-W47").edition();

        Assembled again = editions.assemble("last");

        assertThat(again.created()).isFalse();
        assertThat(again.edition()).isEqualTo(first);
        assertThat(editions.heads(Editions.NEWEST, 100)).hasSize(1);
    }

    @Test
    void aWeekWithoutAStoryMakesNoEditionAndUsesNoNumber() {
        assertThatThrownBy(() -> editions.assemble("last"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.UNPROCESSABLE))
                .hasMessageContaining("2026-W47");
        put(named("chips").at("2026-11-24T10:00:00Z"));

        assertThat(editions.assemble("current").edition().number()).isEqualTo(1);
    }

    @Test
    void storiesThatMayNotGoOutStayOut() {
        put(named("whole").at("2026-11-24T10:00:00Z"));
        StoredStory incomplete =
                put(named("incomplete").at("2026-11-24T11:00:00Z").withTldr(null));
        StoredStory future = put(named("future").at("2026-11-26T10:00:00Z"));
        put(named("withdrawn").at("2026-11-24T12:00:00Z"));
        stories.withdraw("https://news.example.org/withdrawn");

        editions.assemble("current");

        assertThat(names(1)).containsExactly("whole");
        assertThat(editions.placement(incomplete).status()).isEqualTo(Status.INCOMPLETE);
        assertThat(editions.placement(future).status()).isEqualTo(Status.FUTURE);
        assertThat(status("withdrawn")).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void aFutureStoryGoesInOnceItsTimeHasCome() {
        put(named("today").at("2026-11-24T10:00:00Z"));
        put(named("tomorrow").at("2026-11-26T10:00:00Z"));
        editions.assemble("current");
        clock.set(Instant.parse("2026-11-26T10:00:00Z"));

        editions.assemble("current");

        assertThat(names(1)).containsExactly("tomorrow", "today");
    }

    @Test
    void anOpenEditionTakesItByItselfThen() {
        put(named("today").at("2026-11-24T10:00:00Z"));
        put(named("tomorrow").at("2026-11-26T10:00:00Z"));
        String before = editions.assemble("current").edition().contentHash();
        assertThat(due.take()).isFalse();
        clock.set(Instant.parse("2026-11-26T10:00:30Z"));

        assertThat(due.take()).isTrue();

        assertThat(names(1)).containsExactly("tomorrow", "today");
        assertThat(editions.get(1).contentHash()).isNotEqualTo(before);
        assertThat(due.take()).isFalse();
    }

    @Test
    void oneThatIsFrozenThenLeavesItToTheNext() {
        put(named("today").at("2026-11-24T10:00:00Z"));
        StoredStory tomorrow = put(named("tomorrow").at("2026-11-26T10:00:00Z"));
        editions.assemble("current");
        editions.frozen(1, clock.instant());
        database.sql("update edition set state = 'SENT'").update();
        clock.set(Instant.parse("2026-11-26T10:00:30Z"));

        due.take();

        assertThat(names(1)).containsExactly("today");
        assertThat(editions.placement(tomorrow).status()).isEqualTo(Status.NEXT);
    }

    @Test
    void aStoryThatArrivesJoinsTheEditionOfItsWeek() {
        put(named("chips").at("2026-11-24T10:00:00Z"));
        Edition before = editions.assemble("current").edition();

        StoredStory late = put(named("docks").at("2026-11-24T11:00:00Z"));

        assertThat(names(1)).containsExactly("docks", "chips");
        assertThat(edition(1).contentHash()).isNotEqualTo(before.contentHash());
        assertThat(editions.placement(late)).isEqualTo(new Placement(Status.IN, 1));
    }

    @Test
    void aStoryThatChangesChangesInItsEdition() {
        put(named("chips").at("2026-11-24T10:00:00Z"));
        Edition before = editions.assemble("current").edition();

        put(named("chips").at("2026-11-24T10:00:00Z").headed("A headline that was mended in the meantime"));

        Edition after = edition(1);
        assertThat(after.stories().get(0).content().headline()).isEqualTo("A headline that was mended in the meantime");
        assertThat(after.subject()).isEqualTo("A headline that was mended in the meantime");
        assertThat(after.contentHash()).isNotEqualTo(before.contentHash());
    }

    @Test
    void aStoryThatIsWithdrawnLeavesItsEdition() {
        put(named("chips").at("2026-11-24T10:00:00Z"));
        put(named("docks").at("2026-11-24T11:00:00Z"));
        editions.assemble("current");

        stories.withdraw("https://news.example.org/docks");

        assertThat(names(1)).containsExactly("chips");
    }

    @Test
    void anEditionThatLostItsLastStoryIsADraft() {
        put(named("chips").at("2026-11-24T10:00:00Z"));
        editions.assemble("current");

        stories.withdraw("https://news.example.org/chips");

        assertThat(edition(1).state()).isEqualTo(EditionState.DRAFT);
        assertThat(edition(1).stories()).isEmpty();
    }

    @Test
    void aStoryWhoseDateIsCorrectedMovesToTheEditionOfThatWeek() {
        put(named("old").at("2026-11-20T10:00:00Z"));
        editions.assemble("last");
        put(named("new").at("2026-11-24T10:00:00Z"));
        put(named("moved").at("2026-11-24T11:00:00Z"));
        editions.assemble("current");

        put(named("moved").at("2026-11-20T11:00:00Z"));

        assertThat(names(1)).containsExactly("moved", "old");
        assertThat(names(2)).containsExactly("new");
        put(named("old").at("2026-11-24T09:00:00Z"));
        assertThat(names(1)).containsExactly("moved");
        assertThat(names(2)).containsExactly("new", "old");
    }

    @Test
    void aStoryWhoseDateIsCorrectedToLongAgoIsInNoEdition() {
        put(named("chips").at("2026-11-20T10:00:00Z"));
        put(named("moved").at("2026-11-20T11:00:00Z"));
        editions.assemble("last");

        StoredStory old = put(named("moved").at("2026-08-20T11:00:00Z"));

        assertThat(names(1)).containsExactly("chips");
        assertThat(editions.placement(old).status()).isEqualTo(Status.OLD);
    }

    @Test
    void oneThatIsFrozenStaysAsItWasApproved() {
        put(named("chips").at("2026-11-24T10:00:00Z"));
        Edition approved = sent("current");

        put(named("chips").at("2026-11-24T10:00:00Z").headed("A headline that was mended too late"));
        stories.withdraw("https://news.example.org/chips");

        assertThat(edition(1).stories()).isEqualTo(approved.stories());
        assertThat(edition(1).contentHash()).isEqualTo(approved.contentHash());
    }

    @Test
    void whatComesTooLateGoesIntoTheNextEdition() {
        put(named("chips").at("2026-11-20T10:00:00Z"));
        sent("last");

        StoredStory late = put(named("late").at("2026-11-19T10:00:00Z"));
        assertThat(editions.placement(late).status()).isEqualTo(Status.NEXT);
        assertThat(editions.placement(late).why()).contains("too late");

        put(named("new").at("2026-11-24T10:00:00Z"));
        editions.assemble("current");
        assertThat(names(2)).containsExactly("new", "late");
    }

    @Test
    void whatComesTooLateJoinsTheNextEditionIfThatIsBeingPutTogether() {
        put(named("chips").at("2026-11-20T10:00:00Z"));
        sent("last");
        put(named("new").at("2026-11-24T10:00:00Z"));
        editions.assemble("current");

        put(named("late").at("2026-11-19T10:00:00Z"));

        assertThat(names(2)).containsExactly("new", "late");
    }

    @Test
    void whatIsOlderThanLateForIsListedAndGoesNowhere() {
        put(named("chips").at("2026-11-20T10:00:00Z"));
        sent("last");
        clock.set(Instant.parse("2026-11-26T10:00:00Z"));

        StoredStory justLate = put(named("just-late").at("2026-10-29T10:00:00Z"));
        StoredStory old = put(named("old").at("2026-10-29T09:59:59Z"));
        editions.assemble("current");

        assertThat(editions.placement(justLate).status()).isEqualTo(Status.IN);
        assertThat(editions.placement(old).status()).isEqualTo(Status.OLD);
        assertThat(names(2)).containsExactly("just-late");
    }

    @Test
    void theFirstEditionTakesItsOwnWindowAndNoLaterOneTakesWhatWasThereBefore() {
        StoredStory before = put(named("before").at("2026-11-10T10:00:00Z"));
        put(named("chips").at("2026-11-20T10:00:00Z"));
        sent("last");
        put(named("new").at("2026-11-24T10:00:00Z"));
        editions.assemble("current");

        assertThat(names(1)).containsExactly("chips");
        assertThat(names(2)).containsExactly("new");
        assertThat(editions.placement(before).status()).isEqualTo(Status.OLD);
    }

    @Test
    void aStoryThatWasIncompleteWhenItsWeekWasFrozenGoesOutOnceItIsComplete() {
        put(named("chips").at("2026-11-20T10:00:00Z"));
        put(named("slow").at("2026-11-19T10:00:00Z").withTldr(null));
        sent("last");

        put(named("slow").at("2026-11-19T10:00:00Z"));
        editions.assemble("current");

        assertThat(names(2)).containsExactly("slow");
    }

    @Test
    void aStoryOfAWindowThatWasFrozenBeforeItClosedGoesIntoTheNext() {
        put(named("chips").at("2026-11-24T10:00:00Z"));
        sent("current");
        clock.set(Instant.parse("2026-11-28T10:00:00Z"));
        put(named("weekend").at("2026-11-28T09:00:00Z"));
        clock.set(Instant.parse("2026-12-01T10:00:00Z"));

        editions.assemble("current");

        assertThat(names(2)).containsExactly("weekend");
    }

    @Test
    void oneThatIsTakenBackTakesWhatHasComeMeanwhile() {
        put(named("chips").at("2026-11-24T10:00:00Z"));
        Edition ready = editions.assemble("current").edition();
        assertThat(hold(ready)).isTrue();
        put(named("docks").at("2026-11-24T11:00:00Z"));
        assertThat(names(1)).containsExactly("chips");

        assertThat(editions.move(1, Set.of(EditionState.HOLDING), EditionState.READY, null))
                .isTrue();

        assertThat(names(1)).containsExactly("docks", "chips");
        assertThat(edition(1).leavesAt()).isNull();
        assertThat(hold(ready)).isFalse();
        assertThat(hold(edition(1))).isTrue();
    }

    @Test
    void skippedWeeksJoinTheNextEdition() {
        put(named("a").at("2026-10-28T10:00:00Z"));
        editions.assemble("2026-W44");
        put(named("b").at("2026-11-05T10:00:00Z"));
        put(named("c").at("2026-11-20T10:00:00Z"));

        Edition next = editions.assemble("last").edition();

        assertThat(next.number()).isEqualTo(2);
        assertThat(next.opens()).isEqualTo("2026-11-02T06:00:00Z");
        assertThat(names(2)).containsExactly("c", "b");
    }

    @Test
    void readersSeeAnEditionFromTheFreezeOn() {
        put(named("chips").at("2026-11-24T10:00:00Z"));
        Edition edition = editions.assemble("current").edition();
        hold(edition);
        assertThat(archive.publishedHeads(20)).isEmpty();

        editions.frozen(1, clock.instant());

        assertThat(archive.publishedHeads(20)).extracting(Edition::number).containsExactly(1);
        assertThat(edition(1).frozenAt()).isEqualTo(clock.instant());
    }

    private StoredStory put(TestStory story) {
        return stories.put(story.story(), "api").story();
    }

    private Edition sent(String week) {
        Edition edition = editions.assemble(week).edition();
        assertThat(hold(edition)).isTrue();
        editions.move(edition.number(), Set.of(EditionState.HOLDING), EditionState.PREPARING, null);
        editions.frozen(edition.number(), clock.instant());
        editions.move(edition.number(), Set.of(EditionState.PREPARING), EditionState.SENT, null);
        clock.advance(Duration.ofSeconds(1));
        return edition(edition.number());
    }

    private boolean hold(Edition edition) {
        return editions.hold(
                edition.number(),
                edition.contentHash(),
                3,
                "ana",
                clock.instant().plusSeconds(60));
    }

    private Edition edition(int number) {
        return editions.find(number).orElseThrow();
    }

    private Status status(String name) {
        return editions.placement(
                        stories.find("https://news.example.org/" + name).orElseThrow())
                .status();
    }

    private List<String> names(int edition) {
        return edition(edition).stories().stream()
                .map(story -> story.content().url().substring("https://news.example.org/".length()))
                .toList();
    }
}
