package com.newgroktimes.digest.delivery;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.Optional;

import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.platform.Publication;

/** On which day of the week editions usually leave. */
@Component
public class UsualDay {

    private final ScheduleSettings schedule;
    private final Publication publication;
    private final Clock clock;

    UsualDay(ScheduleSettings schedule, Publication publication, Clock clock) {
        this.schedule = schedule;
        this.publication = publication;
        this.clock = clock;
    }

    /** Empty without a schedule, and where it is not once a week. */
    public Optional<DayOfWeek> find() {
        if (!schedule.enabled()) {
            return Optional.empty();
        }
        CronExpression times = CronExpression.parse(schedule.cron());
        ZonedDateTime first = times.next(clock.instant().atZone(publication.timeZone()));
        if (first == null) {
            return Optional.empty();
        }
        ZonedDateTime second = times.next(first);
        return second != null && second.toLocalDate().equals(first.toLocalDate().plusWeeks(1))
                ? Optional.of(first.getDayOfWeek())
                : Optional.empty();
    }
}
