package com.newgroktimes.digest.editions;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;

/** The editions' timeline as it stands now, and what goes by it. */
@Component
class Calendars {

    private final EditionTable editions;
    private final EditionSettings settings;
    private final EditionCalendar calendar;
    private final Clock clock;

    Calendars(EditionTable editions, EditionSettings settings, Publication publication, Clock clock) {
        this.editions = editions;
        this.settings = settings;
        this.calendar = new EditionCalendar(publication.timeZone(), settings.closesOn(), settings.closesAt());
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Timeline timeline() {
        return new Timeline(calendar, editions.spans());
    }

    Intake intake() {
        return intake(timeline());
    }

    Intake intake(Timeline timeline) {
        return new Intake(timeline, settings.lateFor(), now());
    }
}
