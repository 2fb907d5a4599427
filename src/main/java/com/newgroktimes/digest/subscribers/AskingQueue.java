package com.newgroktimes.digest.subscribers;

import java.time.Clock;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.stereotype.Component;

/** The durable task of an asking, kept in the transaction that begins it. */
@Component
class AskingQueue {

    static final TaskDescriptor<Turn> TASK = TaskDescriptor.of("ask-to-confirm", Turn.class);

    /** @param asking its number */
    record Turn(long asking) {}

    private final SchedulerClient tasks;
    private final Clock clock;

    AskingQueue(SchedulerClient tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    void add(long asking) {
        tasks.scheduleIfNotExists(
                TASK.instance(String.valueOf(asking)).data(new Turn(asking)).build(), clock.instant());
    }
}
