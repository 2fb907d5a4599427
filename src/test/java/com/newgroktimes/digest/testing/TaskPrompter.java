package com.newgroktimes.digest.testing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.github.kagkarlsson.scheduler.Scheduler;

/** The scheduler of durable tasks waits by our clock, and that stands still: so it is told to look. */
final class TaskPrompter implements AutoCloseable {

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with its thread
    TaskPrompter(Scheduler scheduler) {
        thread.scheduleWithFixedDelay(scheduler::triggerCheckForDueExecutions, 100, 100, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
