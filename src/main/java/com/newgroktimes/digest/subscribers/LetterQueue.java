package com.newgroktimes.digest.subscribers;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.subscribers.Letter.Occasion;

/** Letters that are owed, kept in the transaction of the fact that caused them. */
@Component
class LetterQueue {

    static final TaskDescriptor<Letter> TASK = TaskDescriptor.of("letter", Letter.class);

    private final SchedulerClient tasks;
    private final Clock clock;

    LetterQueue(SchedulerClient tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * One of a kind waits for a subscriber at most. The caller holds the subscriber's row: two at once would otherwise meet in
     * the task's key and cost one of them its transaction. A letter to nobody costs the same work as one to somebody.
     */
    void add(long subscriber, Occasion occasion) {
        Letter letter = new Letter(subscriber, occasion, clock.instant());
        String name = "%s-%s".formatted(occasion, subscriber == Letter.NOBODY ? UUID.randomUUID() : subscriber);
        tasks.scheduleIfNotExists(TASK.instance(name).data(letter).build(), clock.instant());
    }

    /** Whom one waits for. */
    Set<Long> owed() {
        return tasks.getScheduledExecutionsForTask(TASK.getTaskName(), Letter.class).stream()
                .map(waiting -> waiting.getData().subscriber())
                .collect(Collectors.toSet());
    }
}
