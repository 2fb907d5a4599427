package com.newgroktimes.digest.editions;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.stories.StoredStory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thousands of histories in memory, by the rules that editions are put together by: stories come early, in time, late and dated ahead, are
 * corrected, withdrawn and brought back, while editions are made, held, taken back and sent, weeks are skipped, and the service starts
 * again with other settings. {@link NoStoryIsLostTest} plays some with the database.
 */
class AnyOrderOfEventsTest {

    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Pacific/Kiritimati",
            "Africa/Casablanca",
            "Etc/GMT+12");

    /** Clock changes in spring and autumn, the end of a year, and of one with 53 weeks; and a zone that left out a day. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 0",
        "2026-10-10, 10000",
        "2025-12-10, 20000",
        "2026-12-05, 30000",
        "2020-12-05, 40000",
        "2011-12-10, 50000"
    })
    void everyStoryIsInOneEditionAndNoneIsLost(String from, long seeds) {
        for (long seed = seeds; seed < seeds + 500; seed++) {
            var history = new History(seed, Instant.parse(from + "T10:00:00Z"));
            history.plays(60);
            history.sendsAllThatIsLeft();
            history.assertNoneLost();
        }
    }

    /** What becomes of stories and editions; the same with each seed. */
    private static final class History {

        private final long seed;
        private final Random random;
        private final Map<Long, StoredStory> stories = new TreeMap<>();
        private final Map<Long, Instant> lastTold = new TreeMap<>();
        private final Map<Long, Integer> seats = new TreeMap<>();
        private Timeline timeline;
        private Instant now;
        private Duration lateFor = Duration.ofDays(28);
        private Duration leastLateFor = lateFor;

        History(long seed, Instant from) {
            this.seed = seed;
            this.random = new Random(seed);
            this.now = from.plusSeconds(random.nextInt(7 * 86_400));
            this.timeline = new Timeline(anyCalendar(), List.of());
        }

        void plays(int turns) {
            tell(stories.size(), now.minusSeconds(60));
            assemble("current");
            for (int turn = 0; turn < turns; turn++) {
                passes(Duration.ofSeconds(random.nextInt(random.nextInt(12) == 0 ? 24 * 86_400 : 2 * 86_400)));
                something();
                assertAllAreWhereTheirDatesPutThem();
            }
        }

        /** Whatever their dates were before: a start, which fills all that are open anew, would change nothing. */
        private void assertAllAreWhereTheirDatesPutThem() {
            Set<Integer> open = timeline.spans().stream()
                    .filter(EditionSpan::open)
                    .map(EditionSpan::number)
                    .collect(Collectors.toSet());
            stories.values().forEach(story -> {
                Integer seat = seats.get(story.id());
                if (seat == null || open.contains(seat)) {
                    EditionSpan home =
                            intake().ready(story) ? intake().homeOf(story).edition() : null;
                    assertThat(seat)
                            .as("seat of %s with seed %d", story.story().url(), seed)
                            .isEqualTo(home == null ? null : home.number());
                }
            });
        }

        /** As {@link DueStories} does it. */
        private void passes(Duration time) {
            Instant before = now;
            now = now.plus(time);
            stories.values().stream()
                    .filter(story -> story.moment().isAfter(before)
                            && !story.moment().isAfter(now)
                            && !seats.containsKey(story.id()))
                    .map(StoredStory::id)
                    .toList()
                    .forEach(this::settle);
        }

        private void something() {
            switch (random.nextInt(14)) {
                case 0, 1, 2, 3 -> tell(stories.size(), anyMoment());
                case 4 -> tell(any(), anyMoment());
                case 5 -> withdraw(any());
                case 6 -> tell(any(), null);
                case 7, 8 -> assemble(random.nextBoolean() ? "current" : "last");
                case 9 -> first(EditionSpan::open).ifPresent(edition -> become(edition, false, null));
                case 10 -> first(History::held).ifPresent(this::takeBack);
                case 11, 12 -> first(History::held).ifPresent(edition -> become(edition, false, now));
                default -> startsAgainWithOtherSettings();
            }
        }

        private static boolean held(EditionSpan edition) {
            return !edition.open() && edition.frozenAt() == null;
        }

        /** @param published null: as it was, or when it comes if it is new */
        private void tell(long id, @Nullable Instant published) {
            StoredStory before = stories.get(id);
            Instant moment =
                    published == null && before != null ? before.story().publishedAt() : published;
            TestStory told = TestStory.named("story-" + id);
            stories.put(
                    id,
                    new StoredStory(
                            id,
                            (moment == null ? told : told.at(moment)).story(),
                            null,
                            null,
                            "api",
                            before == null ? now : before.firstSeen(),
                            now,
                            null,
                            false));
            lastTold.put(id, now);
            settle(id);
        }

        private void withdraw(long id) {
            StoredStory story = Objects.requireNonNull(stories.get(id));
            stories.put(id, new StoredStory(id, story.story(), null, null, "api", story.firstSeen(), now, now, false));
            settle(id);
        }

        /** As {@link Assembly} does it: the edition that has it first, then the one that it belongs to. */
        private void settle(long id) {
            StoredStory story = Objects.requireNonNull(stories.get(id));
            Stream<EditionSpan> has =
                    timeline.spans().stream().filter(edition -> edition.number() == seats.getOrDefault(id, 0));
            Stream<EditionSpan> home = intake().ready(story)
                    ? Stream.ofNullable(intake().homeOf(story).edition())
                    : Stream.empty();
            Stream.concat(has, home).toList().forEach(this::refill);
        }

        private void refill(EditionSpan edition) {
            if (edition.open()) {
                Set<Long> found = storiesFor(edition);
                seats.values().removeIf(number -> number == edition.number());
                found.forEach(id -> seats.put(id, edition.number()));
            }
        }

        private Set<Long> storiesFor(EditionSpan edition) {
            EditionWindow reach = intake().reach(edition);
            return stories.values().stream()
                    .filter(intake()::ready)
                    .filter(story -> seats.containsKey(story.id())
                            ? seats.get(story.id()) == edition.number() && intake().keeps(edition, story)
                            : reach.contains(story.moment())
                                    && edition.equals(intake().homeOf(story).edition()))
                    .map(StoredStory::id)
                    .collect(Collectors.toCollection(HashSet::new));
        }

        private void assemble(String name) {
            IsoWeek week = timeline.week(name, now);
            Optional<EditionSpan> made = timeline.of(week);
            if (made.isPresent()) {
                refill(made.get());
                return;
            }
            Timeline before = timeline;
            try {
                EditionSpan begun = timeline.begin(week, now);
                timeline = timeline.with(begun);
                refill(begun);
                if (!seats.containsValue(begun.number())) {
                    timeline = before; // no number is used for nothing
                }
            } catch (Problem refused) {
                assertThat(refused.kind()).isIn(Problem.Kind.CONFLICT, Problem.Kind.UNPROCESSABLE);
            }
        }

        private Optional<EditionSpan> first(Predicate<EditionSpan> wanted) {
            return timeline.spans().stream().filter(wanted).findFirst();
        }

        private void become(EditionSpan edition, boolean open, @Nullable Instant frozen) {
            List<EditionSpan> spans = new ArrayList<>(timeline.spans());
            spans.set(
                    spans.indexOf(edition),
                    new EditionSpan(edition.number(), edition.week(), edition.window(), open, frozen));
            timeline = new Timeline(timeline.calendar(), spans);
        }

        private void takeBack(EditionSpan edition) {
            become(edition, true, null);
            refillOpen();
        }

        private void refillOpen() {
            List<EditionSpan> open =
                    timeline.spans().stream().filter(EditionSpan::open).toList();
            open.forEach(edition -> seats.entrySet()
                    .removeIf(seat -> seat.getValue() == edition.number()
                            && !intake().keeps(edition, Objects.requireNonNull(stories.get(seat.getKey())))));
            open.forEach(this::refill);
        }

        private void startsAgainWithOtherSettings() {
            lateFor = Duration.ofDays(7 + random.nextInt(40));
            leastLateFor = lateFor.compareTo(leastLateFor) < 0 ? lateFor : leastLateFor;
            timeline = new Timeline(anyCalendar(), timeline.spans());
            refillOpen();
        }

        void sendsAllThatIsLeft() {
            for (int week = 0; week < 8; week++) {
                for (Optional<EditionSpan> next = first(edition -> edition.frozenAt() == null);
                        next.isPresent();
                        next = first(edition -> edition.frozenAt() == null)) {
                    become(next.get(), false, now);
                }
                passes(Duration.ofDays(7));
                assemble("last");
            }
        }

        /** Not withdrawn, of the first edition's window or later, and told, as it is now, soon enough after its publication. */
        void assertNoneLost() {
            Instant opens = timeline.spans().get(0).window().opens();
            List<StoredStory> lost = stories.values().stream()
                    .filter(story -> story.withdrawnAt() == null)
                    .filter(story -> !story.moment().isBefore(opens))
                    .filter(story -> Duration.between(story.moment(), lastTold.get(story.id()))
                                    .compareTo(leastLateFor)
                            <= 0)
                    .filter(story -> !seats.containsKey(story.id()))
                    .toList();
            assertThat(lost).as("lost with seed %d", seed).isEmpty();
            assertThat(seats).as("some are in editions, with seed %d", seed).isNotEmpty();
        }

        private Intake intake() {
            return new Intake(timeline, lateFor, now);
        }

        private long any() {
            return random.nextInt(stories.size());
        }

        private @Nullable Instant anyMoment() {
            return switch (random.nextInt(8)) {
                case 0 -> null;
                case 1 -> now.plusSeconds(random.nextInt(5 * 86_400));
                case 2, 3 -> now.minusSeconds(random.nextInt(45 * 86_400));
                default -> now.minusSeconds(random.nextInt(2 * 86_400));
            };
        }

        private EditionCalendar anyCalendar() {
            return new EditionCalendar(
                    ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                    DayOfWeek.of(1 + random.nextInt(7)),
                    LocalTime.of(random.nextInt(24), 30 * random.nextInt(2)));
        }
    }
}
