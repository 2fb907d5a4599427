package com.newgroktimes.digest.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.newgroktimes.digest.testing.Eventually.eventually;

/**
 * Durable tasks that are being executed. One that is in hand while the clock jumps seems to have been silent for all that time, is
 * taken for dead and done again; one that is in hand while a test begins brings its mail to the wrong one.
 */
final class TasksInHand {

    private TasksInHand() {}

    static void awaitNone(JdbcClient database) {
        eventually("no task is in hand", () -> count(database, "where picked") == 0);
    }

    /** What is owed is not done any more, and what is in hand has ended: it may owe something more. */
    static void awaitNoneAndForgetTheOthers(JdbcClient database) {
        eventually("no task is in hand", () -> {
            database.sql("delete from scheduled_tasks where not picked").update();
            return count(database, "") == 0;
        });
    }

    private static long count(JdbcClient database, String which) {
        return database.sql("select count(*) from scheduled_tasks " + which)
                .query(Long.class)
                .single();
    }
}
