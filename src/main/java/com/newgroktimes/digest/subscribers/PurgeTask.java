package com.newgroktimes.digest.subscribers;

import java.time.LocalTime;
import java.time.ZoneOffset;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once a night. */
@Configuration(proxyBeanMethods = false)
class PurgeTask {

    private static final LocalTime AT_NIGHT = LocalTime.of(3, 45);

    @Bean
    Task<Void> purgeReaders(ObjectProvider<Purge> purge) { // which knows the scheduler, which knows this task
        return Tasks.recurring("purge-readers", new Daily(ZoneOffset.UTC, AT_NIGHT))
                .execute((task, context) -> purge.getObject().run());
    }
}
