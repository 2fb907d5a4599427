package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import com.newgroktimes.digest.platform.DatabaseTrouble;

/**
 * Lines before what somebody else may hold for long. Whoever waits in the database keeps a connection meanwhile; so only few of each
 * line do, and not many of all, and the rest wait here, where that costs others nothing.
 */
@Component
class WaitingLines {

    private static final int OF_A_LINE = 2;

    /** Of the pool's connections; the others are for whoever wants nothing that is held. */
    private static final int OF_ALL = 12;

    private static final class Line {
        private final Semaphore few = new Semaphore(OF_A_LINE, true);
        private int people;
    }

    private final Map<Object, Line> lines = new ConcurrentHashMap<>();
    private final Semaphore all = new Semaphore(OF_ALL, true);
    private final BriefTransactions transactions;
    private final Duration patience;

    @Autowired
    WaitingLines(BriefTransactions transactions) {
        this(transactions, Duration.ofSeconds(10));
    }

    /** @param patience with the line and the database together */
    WaitingLines(BriefTransactions transactions, Duration patience) {
        this.transactions = transactions;
        this.patience = patience;
    }

    /** As {@link #standFor}, for what answers nothing. */
    void stand(Object name, Runnable work) {
        standFor(name, () -> {
            work.run();
            return true;
        });
    }

    /**
     * Does it when its turn comes, in a transaction of its own. Whoever comes with a transaction has a connection already: for them it is
     * done at once, in theirs.
     *
     * @param name of the line
     * @throws TransientDataAccessResourceException where its turn does not come, or what it wants stays held: worth another try later
     */
    <T> T standFor(Object name, Supplier<T> work) {
        return standFor(name, end -> taking(all, end, () -> transactions.within(left(end), work)), work);
    }

    /** As {@link #stand}, for whoever leaves: however many wait for something else, only those who want the same stand before them. */
    void standToLeave(Object name, Runnable work) {
        Supplier<Boolean> leaving = () -> {
            work.run();
            return true;
        };
        standFor(name, end -> transactions.within(left(end), leaving), leaving);
    }

    /** @param turn does the work by a moment of {@link System#nanoTime} */
    private <T> T standFor(Object name, LongFunction<T> turn, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        long end = System.nanoTime() + patience.toNanos();
        Line line = lines.compute(name, (key, open) -> join(open));
        try {
            return taking(line.few, end, () -> turn.apply(end));
        } catch (QueryTimeoutException | TransactionTimedOutException e) {
            var late = new TransientDataAccessResourceException("Others hold, one after the other, what it takes.");
            late.addSuppressed(e); // as its cause, a cancelled statement would say that the database is well
            throw late;
        } catch (DataAccessException e) {
            throw DatabaseTrouble.isHeld(e)
                    ? new TransientDataAccessResourceException("Somebody holds it for too long.", e)
                    : e;
        } finally {
            lines.computeIfPresent(name, (key, open) -> --open.people == 0 ? null : open);
        }
    }

    private static Line join(@Nullable Line open) {
        Line line = open == null ? new Line() : open;
        line.people++;
        return line;
    }

    private static <T> T taking(Semaphore turns, long end, Supplier<T> work) {
        try {
            if (!turns.tryAcquire(left(end).toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TransientDataAccessResourceException("Others wait for the same, and somebody holds it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientDataAccessResourceException("Nobody waits any more.", e);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** Never nothing, which to the database is without end. */
    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(TimeUnit.MILLISECONDS.toNanos(1), end - System.nanoTime()));
    }
}
