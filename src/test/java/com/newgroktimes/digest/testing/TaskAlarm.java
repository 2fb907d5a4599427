package com.newgroktimes.digest.testing;

import java.util.Timer;
import java.util.TimerTask;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.beans.factory.DisposableBean;

/** Wakes the scheduler. It waits from poll to poll by our clock, which stands still in tests, and would wait for ever. */
final class TaskAlarm implements DisposableBean {

    private static final long EVERY_MILLIS = 50;

    private final Timer timer = new Timer("task-alarm", true);

    TaskAlarm(Scheduler scheduler) {
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        scheduler.triggerCheckForDueExecutions();
                    }
                },
                EVERY_MILLIS,
                EVERY_MILLIS);
    }

    @Override
    public void destroy() {
        timer.cancel();
    }
}
