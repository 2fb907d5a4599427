package com.newgroktimes.digest.platform;

import java.time.Clock;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How durable tasks tell the time and keep their data: by our clock, and as JSON. */
@Configuration(proxyBeanMethods = false)
class DurableTasks {

    @Bean
    com.github.kagkarlsson.scheduler.Clock taskClock(Clock clock) {
        return clock::instant;
    }

    /** The default, Java serialization, would tie waiting tasks to the classes of one release. */
    @Bean
    Serializer taskData() {
        return new Jackson3Serializer();
    }

    @Bean
    DbSchedulerCustomizer taskDataInUse(Serializer taskData) {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(taskData);
            }
        };
    }
}
