package com.newgroktimes.digest.editions;

import java.time.DayOfWeek;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.newgroktimes.digest.platform.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IsoWeekTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-W48",
        "2026-11-29, 2026-W48",
        "2026-12-28, 2026-W53",
        "2027-01-03, 2026-W53",
        "2027-01-04, 2027-W01",
        "2024-12-30, 2025-W01",
        "2021-01-01, 2020-W53",
    })
    void aDayHasItsWeek(LocalDate day, String week) {
        assertThat(IsoWeek.of(day)).hasToString(week);
        assertThat(IsoWeek.parse(week)).isEqualTo(IsoWeek.of(day));
    }

    @Test
    void weeksRunOnOverTheEndOfAYear() {
        assertThat(IsoWeek.parse("2026-W53").plus(1)).isEqualTo(IsoWeek.parse("2027-W01"));
        assertThat(IsoWeek.parse("2027-W01")).isGreaterThan(IsoWeek.parse("2026-W53"));
        assertThat(IsoWeek.parse("2027-W01").day(DayOfWeek.SUNDAY)).isEqualTo("2027-01-10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2026", "2026-48", "2026-W8", "2026-w48", "2026-W48 ", "26-W48", "yesterday", "2026-W048"})
    void whatIsNoWeekIsRefused(String written) {
        assertThatThrownBy(() -> IsoWeek.parse(written))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID))
                .hasMessageContaining("2026-W48");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-W53", "2026-W54", "2026-W00", "2026-W99"})
    void aWeekThatTheYearDoesNotHaveIsRefused(String written) {
        assertThatThrownBy(() -> IsoWeek.parse(written))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("There is no week " + written);
    }
}
