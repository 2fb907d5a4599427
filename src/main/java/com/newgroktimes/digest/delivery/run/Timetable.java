package com.newgroktimes.digest.delivery.run;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;

/** When editions leave and when they are tried again: durable tasks, enqueued in the transaction of the fact that caused them. */
@Component
public class Timetable {

    private static final TaskDescriptor<Departure> LEAVES = TaskDescriptor.of("edition-leaves", Departure.class);
    private static final TaskDescriptor<Departure> TRIES_AGAIN =
            TaskDescriptor.of("edition-tries-again", Departure.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    private final ObjectProvider<SchedulerClient> scheduler; // which knows the tasks below, which know the runs

    Timetable(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    /** @param at tells this departure from one that was taken back */
    record Departure(int edition, Instant at) {}

    /** The edition leaves at the end of its holding time, or at its own time. */
    public void leaves(int edition, Instant at) {
        put(LEAVES, edition + " at " + at, new Departure(edition, at));
    }

    /** @param attempt the one after which it is tried again */
    void triesAgain(int edition, int attempt, Instant at) {
        put(TRIES_AGAIN, after(edition, attempt), new Departure(edition, at));
    }

    /** When it is tried again after this attempt; empty where it is not, or that has begun. */
    public Optional<Instant> nextAttempt(int edition, int attempt) {
        return scheduler
                .getObject()
                .getScheduledExecution(TRIES_AGAIN.instanceId(after(edition, attempt)))
                .map(ScheduledExecution::getExecutionTime);
    }

    private static String after(int edition, int attempt) {
        return edition + " after " + attempt;
    }

    private void put(TaskDescriptor<Departure> task, String name, Departure departure) {
        scheduler
                .getObject()
                .scheduleIfNotExists(task.instance(name).data(departure).scheduledTo(departure.at()));
    }

    /** What happens at these times. A task may come twice, or for an edition that has moved on: then nothing happens. */
    @Configuration(proxyBeanMethods = false)
    static class Departures {

        private final Editions editions;
        private final ObjectProvider<Runs> runs;

        Departures(Editions editions, ObjectProvider<Runs> runs) {
            this.editions = editions;
            this.runs = runs;
        }

        @Bean
        Task<Departure> editionLeaves() {
            return Tasks.oneTime(LEAVES)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                    .execute((task, context) -> runs.getObject()
                            .leave(task.getData().edition(), task.getData().at()));
        }

        @Bean
        Task<Departure> editionTriesAgain() {
            return Tasks.oneTime(TRIES_AGAIN)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                    .execute((task, context) -> tryAgain(task.getData().edition()));
        }

        private void tryAgain(int edition) {
            if (editions.move(edition, EnumSet.of(EditionState.RETRYING), EditionState.SENDING, null)) {
                runs.getObject().goOn(edition);
            }
        }
    }
}
