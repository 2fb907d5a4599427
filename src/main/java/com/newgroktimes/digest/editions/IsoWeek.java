package com.newgroktimes.digest.editions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.newgroktimes.digest.platform.Problem;

import static com.newgroktimes.digest.platform.Problem.Kind.INVALID;

/** A week as ISO 8601 counts them: it begins on a Monday, and belongs to the year of its Thursday. Written {@code 2026-W48}. */
record IsoWeek(LocalDate monday) implements Comparable<IsoWeek> {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-W(\\d{2})");

    IsoWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException(monday + " is not a Monday");
        }
    }

    static IsoWeek of(LocalDate day) {
        return new IsoWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    static IsoWeek parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new Problem(
                    INVALID,
                    "Not a week",
                    "“%s” is not a week. Give one like 2026-W48, or “current” for this week, or “last” for the one that closed last."
                            .formatted(written));
        }
        // The 4th of January is always in the first week of its year.
        IsoWeek first = of(LocalDate.of(Integer.parseInt(parts.group(1)), 1, 4));
        IsoWeek week = first.plus(Integer.parseInt(parts.group(2)) - 1);
        if (!week.toString().equals(written)) {
            throw new Problem(
                    INVALID,
                    "Not a week",
                    "There is no week %s: that year has the weeks 01 to %d."
                            .formatted(
                                    written,
                                    IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                            .rangeRefinedBy(first.monday)
                                            .getMaximum()));
        }
        return week;
    }

    LocalDate day(DayOfWeek day) {
        return monday.with(TemporalAdjusters.nextOrSame(day));
    }

    IsoWeek plus(int weeks) {
        return new IsoWeek(monday.plusWeeks(weeks));
    }

    boolean isAfter(IsoWeek other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(IsoWeek other) {
        return monday.compareTo(other.monday);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
