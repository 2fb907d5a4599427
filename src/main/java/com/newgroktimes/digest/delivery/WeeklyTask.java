package com.newgroktimes.digest.delivery;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.newgroktimes.digest.platform.Publication;

/** When the weekly run comes: on one node, and later where none was there at its time. */
@Configuration(proxyBeanMethods = false)
class WeeklyTask {

    private static final String NEVER = "-"; // which also takes an older time off the table
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(5);

    @Bean
    Task<Void> everyWeek(ScheduleSettings settings, Publication publication, ObjectProvider<WeeklyRun> run) {
        Schedule schedule = new CronSchedule(settings.enabled() ? settings.cron() : NEVER, publication.timeZone());
        return Tasks.recurring("weekly-run", schedule)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                .execute((task, context) -> run.getObject().run(context.getExecution().executionTime));
    }
}
