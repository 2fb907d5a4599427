package com.newgroktimes.digest.operator.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Gives the sample stories dates that count back from the last closed week: {@code {week-1} TUESDAY 09:30} is the Tuesday of
 * the week before it. So any day shows full editions.
 */
final class SampleDates {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{week-(\\d)} ([A-Z]+) (\\d\\d:\\d\\d)");

    private final ZonedDateTime lastClosedOpens;

    /** @param lastClosedOpens the moment in which the last closed week opened */
    SampleDates(ZonedDateTime lastClosedOpens) {
        this.lastClosedOpens = lastClosedOpens;
    }

    String fillIn(String story) {
        return PLACEHOLDER
                .matcher(story)
                .replaceAll(placeholder -> date(placeholder).toString());
    }

    private Instant date(MatchResult placeholder) {
        return moment(
                Integer.parseInt(placeholder.group(1)),
                DayOfWeek.valueOf(placeholder.group(2)),
                LocalTime.parse(placeholder.group(3)));
    }

    /** The day's early hours may be before the week opens: then it is the same day at the week's other end. */
    private Instant moment(int weeksBack, DayOfWeek day, LocalTime time) {
        LocalDateTime opens = lastClosedOpens.toLocalDateTime().minusWeeks(weeksBack);
        LocalDateTime moment =
                opens.toLocalDate().with(TemporalAdjusters.nextOrSame(day)).atTime(time);
        return (moment.isBefore(opens) ? moment.plusWeeks(1) : moment)
                .atZone(lastClosedOpens.getZone())
                .toInstant();
    }
}
