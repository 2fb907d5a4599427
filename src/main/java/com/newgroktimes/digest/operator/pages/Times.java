package com.newgroktimes.digest.operator.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;
import com.newgroktimes.digest.rendering.Words;

/** How the console writes times: in the publication's zone, which stands beside each. Templates call it. */
@Component
public final class Times {

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private final Publication publication;
    private final Words words;
    private final Clock clock;

    Times(Publication publication, Words words, Clock clock) {
        this.publication = publication;
        this.words = words;
        this.clock = clock;
    }

    /** {@code 23 November 2026, 06:00 UTC}. */
    public String full(Instant moment) {
        return write("console.time.full", moment);
    }

    /** The same of one that is written as in the API; nothing where there is none. */
    public String fullOfWritten(String moment) {
        return moment.isEmpty() ? "" : full(Instant.parse(moment));
    }

    public String now() {
        return full(clock.instant());
    }

    /** {@code 23 November 2026, 06:00:07 UTC}: for what is a proof. */
    public String fullToTheSecond(Instant moment) {
        return write("console.time.full-second", moment);
    }

    /** {@code 06:00:07 UTC}: for what has just been counted. */
    public String toTheSecond(Instant moment) {
        return write("console.time.second", moment);
    }

    /** {@code 06:00 UTC}: for what happens today. */
    public String toTheMinute(Instant moment) {
        return write("console.time.minute", moment);
    }

    /** As {@link #toTheMinute} for the last hours and the next, else as {@link #full}. */
    public String recent(Instant moment) {
        boolean near = Duration.between(moment, clock.instant()).abs().compareTo(HALF_A_DAY) < 0;
        return near ? toTheMinute(moment) : full(moment);
    }

    /** As {@link #toTheMinute}, so many seconds from now. */
    public String in(long seconds) {
        return toTheMinute(clock.instant().plusSeconds(seconds));
    }

    /** {@code 16 November}. */
    public String day(Instant moment) {
        return write("console.time.day", moment);
    }

    /** The last whole day before a window closes. */
    public String dayBefore(Instant closes) {
        return day(closes.minus(HALF_A_DAY));
    }

    /** Whole seconds, never negative. */
    public long secondsUntil(Instant moment) {
        return Math.max(0, Duration.between(clock.instant(), moment).toSeconds());
    }

    /** Whole seconds, never negative. */
    public long secondsSince(Instant moment) {
        return Math.max(0, Duration.between(moment, clock.instant()).toSeconds());
    }

    private String write(String key, Instant moment) {
        return words.moments(key, LocaleContextHolder.getLocale()).format(moment.atZone(publication.timeZone()));
    }
}
