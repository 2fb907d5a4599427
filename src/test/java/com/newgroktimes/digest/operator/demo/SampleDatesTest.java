package com.newgroktimes.digest.operator.demo;

import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SampleDatesTest {

    private final SampleDates dates = new SampleDates(at("2026-11-16T06:00", "UTC"));

    @ParameterizedTest
    @CsvSource({
        "{week-0} TUESDAY 09:30, 2026-11-17T09:30:00Z",
        "{week-0} SUNDAY 23:59, 2026-11-22T23:59:00Z",
        "{week-2} MONDAY 06:00, 2026-11-02T06:00:00Z",
    })
    void aPlaceholderIsADayOfItsWeek(String placeholder, String moment) {
        assertThat(dates.fillIn("publishedAt: \"" + placeholder + "\"")).isEqualTo("publishedAt: \"" + moment + "\"");
    }

    @Test
    void anHourBeforeTheWeekOpensIsAtItsOtherEnd() {
        assertThat(dates.fillIn("{week-0} MONDAY 03:00")).isEqualTo("2026-11-23T03:00:00Z");
    }

    @Test
    void daysAreThoseOfThePublicationsZone() {
        SampleDates berlin = new SampleDates(at("2026-10-26T06:00", "Europe/Berlin"));

        // Summer time ended between the two weeks.
        assertThat(berlin.fillIn("{week-0} TUESDAY 09:30")).isEqualTo("2026-10-27T08:30:00Z");
        assertThat(berlin.fillIn("{week-1} TUESDAY 09:30")).isEqualTo("2026-10-20T07:30:00Z");
    }

    @Test
    void whatIsNoPlaceholderStays() {
        String text = "Nobody in {week-end} TUESDAY costs $1 or \\n";

        assertThat(dates.fillIn(text)).isEqualTo(text);
    }

    private static ZonedDateTime at(String local, String zone) {
        return java.time.LocalDateTime.parse(local).atZone(ZoneId.of(zone));
    }
}
