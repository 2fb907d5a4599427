package com.newgroktimes.digest.subscribers.admission;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the table of recent requests as short as the hour that it is for. */
@Configuration(proxyBeanMethods = false)
class ForgetRequests {

    @Bean
    Task<Void> forgetRequests(RecentRequests requests) {
        return Tasks.recurring("forget-requests", FixedDelay.of(RecentRequests.SLICE))
                .execute((task, context) -> requests.forget());
    }
}
