package com.newgroktimes.digest.editions;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.newgroktimes.digest.platform.Problem;
import com.newgroktimes.digest.platform.Problem.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TimelineTest {

    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T10:00:00Z"); // in 2026-W48
    private static final EditionCalendar MONDAYS =
            new EditionCalendar(ZoneId.of("UTC"), DayOfWeek.MONDAY, LocalTime.of(6, 0));

    private Timeline timeline = new Timeline(MONDAYS, List.of());

    @Test
    void theFirstEditionTakesItsOwnWindowOnly() {
        EditionSpan first = begin("last", WEDNESDAY);

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.week()).hasToString("2026-W47");
        assertThat(first.window()).isEqualTo(MONDAYS.window(IsoWeek.parse("2026-W47")));
    }

    @Test
    void theWindowThatContainsNowMayBeTakenBeforeItCloses() {
        EditionSpan first = begin("current", WEDNESDAY);

        assertThat(first.week()).hasToString("2026-W48");
        assertThat(first.window().closes()).isAfter(WEDNESDAY);
    }

    @Test
    void skippedWeeksJoinTheNextEdition() {
        begin("2026-W44", WEDNESDAY);

        EditionSpan next = begin("last", WEDNESDAY);

        assertThat(next.number()).isEqualTo(2);
        assertThat(next.week()).hasToString("2026-W47");
        assertThat(next.window().opens()).isEqualTo("2026-11-02T06:00:00Z");
        assertThat(next.window().closes()).isEqualTo("2026-11-23T06:00:00Z");
    }

    @Test
    void aWeekBeforeTheLastEditionsIsRefused() {
        begin("2026-W46", WEDNESDAY);

        assertProblem(Kind.CONFLICT, "2026-W45", "edition 1 (2026-W46)");
    }

    @Test
    void aWeekThatHasNotBegunIsRefused() {
        assertProblem(Kind.UNPROCESSABLE, "2026-W49", "opens at 2026-11-30T06:00:00Z");
    }

    @Test
    void aLaterClosingDayMakesOneLongWeek() {
        begin("current", WEDNESDAY); // closes on Monday 30 November
        move(DayOfWeek.SUNDAY);

        EditionSpan next = begin("current", Instant.parse("2026-12-01T00:00:00Z"));

        assertThat(next.week()).hasToString("2026-W49");
        assertThat(next.window().opens()).isEqualTo("2026-11-30T06:00:00Z");
        assertThat(next.window().closes()).isEqualTo("2026-12-13T06:00:00Z");
    }

    @Test
    void anEarlierClosingDayMakesOneShortWeek() {
        move(DayOfWeek.SUNDAY);
        begin("current", Instant.parse("2026-11-28T00:00:00Z")); // closes on Sunday 29 November
        move(DayOfWeek.MONDAY);

        EditionSpan next = begin("current", Instant.parse("2026-11-29T12:00:00Z"));

        assertThat(next.week()).hasToString("2026-W48");
        assertThat(next.window().opens()).isEqualTo("2026-11-29T06:00:00Z");
        assertThat(next.window().closes()).isEqualTo("2026-11-30T06:00:00Z");
    }

    @Test
    void theLastClosedWindowIsTheLastEditionsWhereClosingTimesWereMoved() {
        begin("current", WEDNESDAY);
        move(DayOfWeek.SUNDAY);

        assertThat(timeline.week("last", Instant.parse("2026-12-02T00:00:00Z"))).hasToString("2026-W48");
    }

    @Test
    void aWindowCanBeAskedForBeforeItsEditionIsMade() {
        begin("2026-W45", WEDNESDAY);

        assertThat(opens("2026-W45")).isEqualTo("2026-11-02T06:00:00Z");
        assertThat(opens("2026-W47")).isEqualTo("2026-11-09T06:00:00Z");
        assertThat(opens("2026-W50")).isEqualTo("2026-12-07T06:00:00Z");
        assertThat(opens("2026-W30")).isEqualTo("2026-07-20T06:00:00Z");
    }

    @Test
    void whateverTheSettingsBecomeWindowsLeaveNoGapAndNeverOverlap() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            timeline = new Timeline(MONDAYS, List.of());
            Instant now = Instant.parse("2019-12-01T00:00:00Z").plusSeconds(random.nextInt(10_000_000));
            for (int i = 0; i < 40; i++) {
                timeline = new Timeline(anyCalendar(random), timeline.spans());
                now = now.plusSeconds(random.nextInt(30 * 86400));
                IsoWeek current = timeline.week("current", now);
                if (timeline.of(current).isEmpty()) {
                    EditionSpan begun = begin("current", now);
                    assertThat(begun.window().contains(now)).as("seed %d", seed).isTrue();
                    assertThat(timeline.week("current", now)).isEqualTo(current);
                }
            }
            assertTiled(seed);
        }
    }

    private void assertTiled(long seed) {
        List<EditionSpan> spans = timeline.spans();
        for (int i = 1; i < spans.size(); i++) {
            EditionSpan before = spans.get(i - 1);
            EditionSpan span = spans.get(i);
            assertThat(span.window().opens())
                    .as("seed %d", seed)
                    .isEqualTo(before.window().closes());
            assertThat(span.number()).isEqualTo(before.number() + 1);
            assertThat(span.week()).isGreaterThan(before.week());
            assertThat(Duration.between(span.window().opens(), span.window().closes()))
                    .isPositive();
        }
    }

    private static EditionCalendar anyCalendar(Random random) {
        List<String> zones = List.of("UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Etc/GMT+12");
        return new EditionCalendar(
                ZoneId.of(zones.get(random.nextInt(zones.size()))),
                DayOfWeek.of(1 + random.nextInt(7)),
                LocalTime.of(random.nextInt(24), 0));
    }

    private EditionSpan begin(String week, Instant now) {
        EditionSpan begun = timeline.begin(timeline.week(week, now), now);
        timeline = timeline.with(begun);
        return begun;
    }

    private void move(DayOfWeek closesOn) {
        timeline = new Timeline(new EditionCalendar(MONDAYS.zone(), closesOn, MONDAYS.closesAt()), timeline.spans());
    }

    private Instant opens(String week) {
        return timeline.window(IsoWeek.parse(week), WEDNESDAY).opens();
    }

    private void assertProblem(Kind kind, String week, String says) {
        assertThatThrownBy(() -> begin(week, WEDNESDAY))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind))
                .hasMessageContaining(says);
    }
}
