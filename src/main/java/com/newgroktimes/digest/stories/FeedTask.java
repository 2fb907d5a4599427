package com.newgroktimes.digest.stories;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every minute which feeds are due. */
@Configuration(proxyBeanMethods = false)
class FeedTask {

    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    Task<Void> collectFeeds(ObjectProvider<Sources> sources) {
        return Tasks.recurring("collect-feeds", FixedDelay.of(EVERY))
                .execute((task, context) -> sources.getObject().collectDue());
    }
}
