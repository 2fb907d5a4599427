package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;

import com.newgroktimes.digest.platform.DatabaseTrouble;

/**
 * Lines before what somebody else may hold for long. Whoever waits in the database keeps a connection meanwhile; so only few of each
 * line do, and the rest wait here, where that costs others nothing.
 */
final class WaitingLines {

    private static final int AT_ONCE = 2;

    private static final class Line {
        private final Semaphore few = new Semaphore(AT_ONCE, true);
        private int people;
    }

    private final Map<Object, Line> lines = new ConcurrentHashMap<>();
    private final Duration patience;

    WaitingLines(Duration patience) {
        this.patience = patience;
    }

    /**
     * Does it when its turn comes.
     *
     * @param name of the line
     * @throws TransientDataAccessResourceException where its turn does not come, or what it wants stays held: worth another try later
     */
    void stand(Object name, Runnable work) {
        Line line = lines.compute(name, (key, open) -> join(open));
        try {
            if (!line.few.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TransientDataAccessResourceException("Others wait for the same, and somebody holds it.");
            }
            try {
                work.run();
            } finally {
                line.few.release();
            }
        } catch (DataAccessException e) {
            throw DatabaseTrouble.isHeld(e)
                    ? new TransientDataAccessResourceException("Somebody holds it for too long.", e)
                    : e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientDataAccessResourceException("Nobody waits any more.", e);
        } finally {
            lines.computeIfPresent(name, (key, open) -> --open.people == 0 ? null : open);
        }
    }

    private static Line join(@Nullable Line open) {
        Line line = open == null ? new Line() : open;
        line.people++;
        return line;
    }
}
