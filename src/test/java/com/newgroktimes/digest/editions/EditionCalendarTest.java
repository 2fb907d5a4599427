package com.newgroktimes.digest.editions;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EditionCalendarTest {

    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "America/Sao_Paulo",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Africa/Casablanca",
            "Asia/Kathmandu",
            "Pacific/Kiritimati",
            "Etc/GMT+12");

    private final Random random = new Random(48);

    @Test
    void aWeekNamesTheWindowThatOpensInIt() {
        var calendar = calendar("UTC", "MONDAY", "06:00");

        EditionWindow window = calendar.window(IsoWeek.parse("2026-W48"));

        assertThat(window.opens()).isEqualTo("2026-11-23T06:00:00Z");
        assertThat(window.closes()).isEqualTo("2026-11-30T06:00:00Z");
        assertThat(window.contains(window.opens())).isTrue();
        assertThat(window.contains(window.closes())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2026-W13, 167", // clocks go forward on 29 March
        "Europe/Berlin,       2026-W14, 168",
        "Europe/Berlin,       2026-W43, 169", // and back on 25 October
        "America/New_York,    2026-W44, 169",
        "Australia/Lord_Howe, 2026-W14, 168.5",
        "Pacific/Apia,        2011-W52, 144", // there was no Friday 30 December 2011
    })
    void aWeekIsAsLongAsTheLocalCalendarHasIt(String zone, String week, double hours) {
        EditionWindow window = calendar(zone, "MONDAY", "06:00").window(IsoWeek.parse(week));

        assertThat(Duration.between(window.opens(), window.closes()).toMinutes() / 60.0)
                .isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,     SUNDAY,   02:30, 2026-W12, 2026-03-29T01:00:00Z", // 02:00 to 03:00 is skipped
        "Europe/Berlin,     SUNDAY,   02:00, 2026-W12, 2026-03-29T01:00:00Z",
        "Europe/Berlin,     SUNDAY,   03:00, 2026-W12, 2026-03-29T01:00:00Z",
        "America/Sao_Paulo, SUNDAY,   00:00, 2018-W43, 2018-11-04T03:00:00Z", // midnight to one is skipped
        "Pacific/Apia,      FRIDAY,   06:00, 2011-W51, 2011-12-30T10:00:00Z", // the whole day is
    })
    void aClosingTimeThatAClockChangeSkipsIsTheNextInstantThatExists(
            String zone, String day, String time, String week, Instant closes) {
        assertThat(calendar(zone, day, time).closes(IsoWeek.parse(week))).isEqualTo(closes);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,    SUNDAY, 02:30, 2026-W42, 2026-10-25T00:30:00Z",
        "America/New_York, SUNDAY, 01:00, 2026-W43, 2026-11-01T05:00:00Z",
    })
    void aClosingTimeThatHappensTwiceIsTheFirst(String zone, String day, String time, String week, Instant closes) {
        assertThat(calendar(zone, day, time).closes(IsoWeek.parse(week))).isEqualTo(closes);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-03T23:59:59Z, 2026-W53",
        "2027-01-04T05:59:59Z, 2026-W53",
        "2027-01-04T06:00:00Z, 2027-W01",
        "2026-12-28T06:00:00Z, 2026-W53",
        "2026-12-28T05:59:59Z, 2026-W52",
    })
    void theLastWeekOfAYearMayBeThe53rd(Instant moment, String week) {
        assertThat(calendar("UTC", "MONDAY", "06:00").weekAt(moment)).hasToString(week);
    }

    @Test
    void everyMomentFallsIntoTheOneWindowOfItsWeek() {
        for (int i = 0; i < 20_000; i++) {
            EditionCalendar calendar = anyCalendar();
            Instant moment = Instant.parse("2005-01-01T00:00:00Z").plusSeconds(random.nextLong(30L * 365 * 86400));

            IsoWeek week = calendar.weekAt(moment);

            assertThat(calendar.window(week).contains(moment))
                    .as("%s at %s", calendar, moment)
                    .isTrue();
            assertThat(calendar.window(week).closes())
                    .isEqualTo(calendar.window(week.plus(1)).opens());
        }
    }

    @Test
    void closingTimesThatExistAreKeptToTheMinute() {
        for (int i = 0; i < 20_000; i++) {
            EditionCalendar calendar = anyCalendar();
            IsoWeek week = IsoWeek.parse("2010-W01").plus(random.nextInt(1500));

            ZonedDateTime closes = calendar.closes(week).atZone(calendar.zone());

            boolean exists = !calendar.zone()
                    .getRules()
                    .getValidOffsets(week.day(calendar.closesOn()).plusWeeks(1).atTime(calendar.closesAt()))
                    .isEmpty();
            if (exists) {
                assertThat(closes.toLocalTime()).isEqualTo(calendar.closesAt());
                assertThat(closes.getDayOfWeek()).isEqualTo(calendar.closesOn());
            }
        }
    }

    private EditionCalendar anyCalendar() {
        return new EditionCalendar(
                ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                DayOfWeek.of(1 + random.nextInt(7)),
                LocalTime.of(random.nextInt(24), 15 * random.nextInt(4)));
    }

    private static EditionCalendar calendar(String zone, String closesOn, String closesAt) {
        return new EditionCalendar(ZoneId.of(zone), DayOfWeek.valueOf(closesOn), LocalTime.parse(closesAt));
    }
}
