package com.newgroktimes.digest.editions;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;

/** What arrives at night wakes some, and lies below the morning's mail for the rest. */
@Component
class NightCheck implements SendCheck {

    private static final LocalTime EVENING = LocalTime.of(22, 0);
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Publication publication;
    private final Clock clock;

    NightCheck(Publication publication, Clock clock) {
        this.publication = publication;
        this.clock = clock;
    }

    @Override
    public String rule() {
        return "night";
    }

    @Override
    public boolean isOfLeaving() {
        return true;
    }

    @Override
    public List<Finding> look(Edition edition) {
        ZonedDateTime now = clock.instant().atZone(publication.timeZone());
        LocalTime time = now.toLocalTime();
        return time.isBefore(MORNING) || !time.isBefore(EVENING)
                ? List.of(Finding.look(
                        "now", TIME.format(time), publication.timeZone().getId()))
                : List.of();
    }
}
