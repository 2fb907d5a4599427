package com.newgroktimes.digest.subscribers;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.subscribers.Letter.Occasion;

/** Letters that are owed, kept in the transaction of the fact that caused them. */
@Component
class LetterQueue {

    private record Owed(String name, Letter letter) {}

    static final TaskDescriptor<Letter> TASK = TaskDescriptor.of("letter", Letter.class);

    private final JdbcClient database;
    private final SchedulerClient tasks;
    private final Serializer json;
    private final Clock clock;

    LetterQueue(JdbcClient database, SchedulerClient tasks, Serializer json, Clock clock) {
        this.database = database;
        this.tasks = tasks;
        this.json = json;
        this.clock = clock;
    }

    /**
     * One of a kind waits for a subscriber at most; it leaves when the scheduler looks next, within a second: one that could not be brought,
     * and would wait long for its next try, too. A letter to nobody costs the same work as one to somebody.
     */
    void add(long subscriber, Occasion occasion) {
        add(List.of(subscriber), occasion);
    }

    /** The same for several, none of them twice. */
    void add(List<Long> subscribers, Occasion occasion) {
        Instant now = clock.instant();
        add(subscribers.stream()
                .map(subscriber -> owed(subscriber, occasion, now))
                .toList());
    }

    /** To the address where the digest is to go: two readers may want it at one. */
    void addOfChange(long change, long target) {
        Letter letter = new Letter(target, Occasion.NEW_ADDRESS, clock.instant(), change);
        add(List.of(new Owed(name(letter, "change-" + change), letter)));
    }

    private static Owed owed(long subscriber, Occasion occasion, Instant now) {
        String whose = subscriber == Letter.NOBODY ? UUID.randomUUID().toString() : Long.toString(subscriber);
        Letter letter = new Letter(subscriber, occasion, now, null);
        return new Owed(name(letter, whose), letter);
    }

    private static String name(Letter letter, String whose) {
        return "%s-%s".formatted(letter.occasion(), whose);
    }

    private void add(List<Owed> owed) {
        // The scheduler's own way takes two statements a letter, and costs one of two who meet in the key their
        // transaction.
        database.sql("""
                        insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                        select :task, name, letter, :now, false, 1
                          from unnest(:names, :letters) as owed (name, letter)
                            on conflict (task_name, task_instance) do update
                           set execution_time = least(scheduled_tasks.execution_time, excluded.execution_time),
                               task_data = excluded.task_data, consecutive_failures = 0
                         where not scheduled_tasks.picked
                        """)
                .param("task", TASK.getTaskName())
                .param("names", owed.stream().map(Owed::name).toArray(String[]::new))
                .param(
                        "letters",
                        owed.stream().map(one -> json.serialize(one.letter())).toArray(byte[][]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whom one waits for. */
    Set<Long> owed() {
        return tasks.getScheduledExecutionsForTask(TASK.getTaskName(), Letter.class).stream()
                .map(waiting -> waiting.getData().subscriber())
                .collect(Collectors.toSet());
    }
}
