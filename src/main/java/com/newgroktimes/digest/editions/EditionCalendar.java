package com.newgroktimes.digest.editions;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** When windows close, by the settings as they are now. A week is one by the local calendar: 167 or 169 hours where clocks change. */
record EditionCalendar(ZoneId zone, DayOfWeek closesOn, LocalTime closesAt) {

    /** The window of this week alone. A week names the window that opens in it. */
    EditionWindow window(IsoWeek week) {
        return new EditionWindow(closing(week.day(closesOn)), closes(week));
    }

    Instant closes(IsoWeek week) {
        return closing(week.day(closesOn).plusWeeks(1));
    }

    IsoWeek weekAt(Instant moment) {
        // No zone, day and time put a moment further than this from the week that it falls into.
        IsoWeek week = IsoWeek.of(moment.atZone(zone).toLocalDate()).plus(-2);
        while (!closes(week).isAfter(moment)) {
            week = week.plus(1);
        }
        return week;
    }

    private Instant closing(LocalDate day) {
        LocalDateTime local = day.atTime(closesAt);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            // ZonedDateTime would move on by the length of the gap instead, past the next instant that exists.
            return change.getInstant();
        }
        // Of a time that happens twice, this is the first.
        return local.atZone(zone).toInstant();
    }
}
