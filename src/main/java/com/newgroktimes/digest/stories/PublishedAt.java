package com.newgroktimes.digest.stories;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

import com.newgroktimes.digest.stories.dates.PlausibleMoment;

/** When a story was published, as sources write it (ISO 8601): an instant, a time with or without zone, a date. */
final class PublishedAt {

    private static final int LONGEST = 100;

    private PublishedAt() {}

    /**
     * Empty where it cannot be read.
     *
     * @param zone for what names none; a date is its first moment there
     */
    static Optional<Instant> parse(String typed, ZoneId zone) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return PlausibleMoment.of(instant(iso(typed.strip()), zone));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** {@code 2026-11-23 09:30 +0100} as {@code 2026-11-23T09:30+01:00}. */
    private static String iso(String typed) {
        return typed.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +(?=\\d)", "$1T")
                .replaceFirst(" +(?=[-+Zz])", "")
                .replaceFirst("(T.*[-+]\\d{2})(\\d{2})$", "$1:$2");
    }

    private static Instant instant(String iso, ZoneId zone) {
        if (iso.length() == "2026-11-23".length()) {
            return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
        }
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, ZonedDateTime::from, LocalDateTime::from);
        return time instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(time);
    }
}
