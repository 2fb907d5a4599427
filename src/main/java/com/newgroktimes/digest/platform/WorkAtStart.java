package com.newgroktimes.digest.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is done once the service has started, and needs the database. One that goes away in that moment ends nothing: readers are
 * told to come back, and the work is done as soon as the database is there again.
 */
@Component
public class WorkAtStart implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WorkAtStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "work at start"));

    /**
     * Returns when it is done, or put off.
     *
     * @param what in the log: {@code The sign-in link}
     */
    public void once(String what, Runnable work) {
        attempt(what, work).ifPresent(trouble -> {
            log.warn("{} has to wait. {} It is tried again by itself.", what, trouble.sentence());
            putOff(what, work);
        });
    }

    private void again(String what, Runnable work) {
        attempt(what, work).ifPresent(trouble -> putOff(what, work));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nothing is thrown in it: whatever goes wrong is told by attempt
    private void putOff(String what, Runnable work) {
        later.schedule(() -> again(what, work), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What it has to wait for; empty where it is over. So it is with a fault of ours: none is worth a service that does not run. */
    private static Optional<DatabaseTrouble> attempt(String what, Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (RuntimeException fault) {
            Optional<DatabaseTrouble> trouble = DatabaseTrouble.behind(fault);
            if (trouble.isEmpty()) {
                log.error("{} met a fault, and is left until the next start.", what, fault);
            }
            return trouble;
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
