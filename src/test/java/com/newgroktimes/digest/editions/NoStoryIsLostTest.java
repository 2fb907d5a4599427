package com.newgroktimes.digest.editions;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

import com.newgroktimes.digest.editions.EditionChange.StoryChange;
import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.StoredStory;
import com.newgroktimes.digest.stories.Stories;
import com.newgroktimes.digest.testing.DigestTest;
import com.newgroktimes.digest.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Stories arrive in any order, early, in time and late, are corrected, withdrawn and brought back; editions are made, edited, sent, taken
 * back and skipped, and the service starts again with other settings. {@link AnyOrderOfEventsTest} plays thousands of such histories.
 */
@DigestTest
class NoStoryIsLostTest {

    /** Else the service itself would let it leave. */
    private static final Duration NEVER = Duration.ofDays(3_650);

    @Autowired
    private Editions editions;

    @Autowired
    private Stories stories;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Calendars calendars;

    @Autowired
    private Assembly assembly;

    @Autowired
    private DueStories due;

    private final Map<String, TestStory> told = new TreeMap<>();
    private final Set<String> chosen = new TreeSet<>();
    private Random random = new Random();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyStoryIsInOneEditionAndNoneIsLost(long seed) {
        random = new Random(seed);
        put(TestStory.named("the-very-first").at(clock.instant().minusSeconds(60)));
        editions.assemble("current");
        for (int i = 0; i < 40; i++) {
            passes(Duration.ofMinutes(random.nextInt(60 * 48)));
            something();
            assertThatAStartChangesNothing();
        }
        sendAllThatIsLeft();

        Map<String, Long> appearances = whole().flatMap(edition -> edition.stories().stream())
                .collect(Collectors.groupingBy(story -> story.content().url(), Collectors.counting()));
        assertThat(appearances.values()).as("seed %d", seed).containsOnly(1L);
        assertThat(appearances.keySet()).as("seed %d", seed).containsAll(dueUrls());
    }

    private void assertThatAStartChangesNothing() {
        Map<Integer, Set<String>> before = urls();
        assembly.refillOpen();
        assertThat(urls()).isEqualTo(before);
    }

    private Map<Integer, Set<String>> urls() {
        return whole().collect(Collectors.toMap(
                Edition::number,
                edition -> edition.stories().stream()
                        .map(story -> story.content().url())
                        .collect(Collectors.toSet())));
    }

    private void something() {
        switch (random.nextInt(15)) {
            case 0, 1, 2, 3 -> put(newStory());
            case 4 -> put(any().headed("Mended at " + clock.instant()));
            case 5 -> put(any().at(anyMoment()));
            case 6 -> assemble(random.nextBoolean() ? "current" : "last");
            case 7 -> open().ifPresent(this::hold);
            case 8, 9 -> edit();
            case 12 -> stories.withdraw(any().story().url());
            case 13 -> put(any());
            case 14 -> startsAgainWithAnotherCalendar();
            case 10 -> held().ifPresent(edition -> move(edition, EditionState.HOLDING, EditionState.READY));
            default -> held().ifPresent(this::send);
        }
    }

    private void passes(Duration time) {
        Instant before = clock.instant();
        clock.advance(time);
        due.takeSince(before);
    }

    /** As after a start with other settings of the publication's zone, and of when editions close. */
    private void startsAgainWithAnotherCalendar() {
        List<String> zones = List.of("UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati");
        ReflectionTestUtils.setField(
                calendars,
                "calendar",
                new EditionCalendar(
                        ZoneId.of(zones.get(random.nextInt(zones.size()))),
                        DayOfWeek.of(1 + random.nextInt(7)),
                        LocalTime.of(random.nextInt(24), 0)));
        assembly.refillOpen();
    }

    @AfterEach
    void startsAgainAsItWas() {
        ReflectionTestUtils.setField(
                calendars, "calendar", new EditionCalendar(ZoneId.of("UTC"), DayOfWeek.MONDAY, LocalTime.of(6, 0)));
    }

    /** Whatever somebody chooses of one story, all others go their way. */
    private void edit() {
        List<Edition> open = whole().filter(edition -> edition.state().open()).toList();
        if (open.isEmpty()) {
            return;
        }
        Edition edition = open.get(random.nextInt(open.size()));
        String url = any().story().url();
        List<Wish<Boolean>> included = List.of(Wish.of(true), Wish.of(false), Wish.byRule(), Wish.unsaid());
        Wish<Integer> position = random.nextBoolean() ? Wish.of(1 + random.nextInt(5)) : Wish.unsaid();
        var change = new StoryChange(url, position, Wish.unsaid(), included.get(random.nextInt(4)), Wish.unsaid());
        try {
            editions.change(edition.number(), edition.contentHash(), EditionChange.of(List.of(change)), "ana");
            if (change.included().said()) {
                chosen.add(url);
            }
        } catch (Problem refused) {
            assertThat(refused.kind()).isEqualTo(Problem.Kind.UNPROCESSABLE);
        }
    }

    private TestStory newStory() {
        TestStory story = TestStory.named("story-" + told.size());
        return random.nextInt(4) == 0 ? story : story.at(anyMoment());
    }

    /** From four weeks ago to a few days ahead, most of them just now. */
    private Instant anyMoment() {
        int hours = random.nextInt(4) == 0 ? random.nextInt(28 * 24) : random.nextInt(48);
        boolean ahead = random.nextInt(8) == 0;
        return ahead
                ? clock.instant().plus(Duration.ofHours(hours % 100))
                : clock.instant().minus(Duration.ofHours(hours));
    }

    private TestStory any() {
        return new ArrayList<>(told.values()).get(random.nextInt(told.size()));
    }

    private void put(TestStory story) {
        told.put(story.name(), story);
        stories.put(story.story(), "api");
    }

    private void assemble(String week) {
        try {
            editions.assemble(week);
        } catch (Problem empty) {
            assertThat(empty.kind()).isIn(EnumSet.of(Problem.Kind.UNPROCESSABLE, Problem.Kind.CONFLICT));
        }
    }

    private Stream<Edition> whole() {
        return editions.heads(Editions.NEWEST, 100).stream().map(head -> editions.get(head.number()));
    }

    private Optional<Edition> open() {
        return whole().filter(edition -> edition.state() == EditionState.READY).findFirst();
    }

    private Optional<Edition> held() {
        return whole().filter(edition -> edition.state() == EditionState.HOLDING)
                .findFirst();
    }

    private void hold(Edition edition) {
        assertThat(editions.hold(
                        edition.number(),
                        edition.contentHash(),
                        1,
                        "ana",
                        clock.instant().plus(NEVER)))
                .isTrue();
    }

    /** In one step, which no run of the service's own sees on its way. */
    private void send(Edition edition) {
        editions.frozen(edition.number(), clock.instant());
        move(edition, EditionState.HOLDING, EditionState.SENT);
    }

    private void move(Edition edition, EditionState from, EditionState to) {
        assertThat(editions.move(edition.number(), EnumSet.of(from), to, null)).isTrue();
    }

    private void sendAllThatIsLeft() {
        for (int week = 0; week < 3; week++) {
            held().ifPresent(this::send);
            passes(Duration.ofDays(7));
            assemble("last");
            for (Optional<Edition> next = open(); next.isPresent(); next = open()) {
                hold(next.orElseThrow());
                send(held().orElseThrow());
            }
        }
    }

    /** Ours to print: not before the first edition, and seen within four weeks of its publication; and nobody chose otherwise. */
    private List<String> dueUrls() {
        Edition first = editions.find(1).orElseThrow();
        return told.values().stream()
                .map(story -> stories.find(story.story().url()).orElseThrow())
                .filter(story -> story.withdrawnAt() == null)
                .filter(story -> !story.moment().isBefore(first.opens()))
                .filter(story ->
                        Duration.between(story.moment(), story.firstSeen()).compareTo(Duration.ofDays(28)) <= 0)
                .map(StoredStory::story)
                .map(story -> story.url())
                .filter(url -> !chosen.contains(url))
                .toList();
    }
}
