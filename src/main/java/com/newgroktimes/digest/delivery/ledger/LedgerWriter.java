package com.newgroktimes.digest.delivery.ledger;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.newgroktimes.digest.platform.DatabaseTrouble;

/**
 * The one writer of a run. Senders hand it "settle this, claim the next"; it commits whatever has gathered, so that durability
 * costs a few commits a hundred messages and a crash leaves at most one SENDING row a sender. A claim and an outcome are
 * committed here and nowhere else, never in a chunk's transaction: one that rolled back would undo rows of mails that have gone.
 */
public final class LedgerWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LedgerWriter.class);
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long A_MOMENT_AGO = TimeUnit.SECONDS.toNanos(6);
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 500;

    private final Bookkeeping books;
    private final BooleanSupplier mayClaim;
    private final LongSupplier nanos;
    private final Turns waiting = new Turns();
    private final Thread thread;
    private volatile @Nullable LastTrouble lastTrouble;
    private volatile boolean closing;
    private volatile boolean ended;

    private record LastTrouble(DatabaseTrouble trouble, long at) {}

    /** @param mayClaim asked before each commit, so that it must not take its time; while it says no, outcomes are still written and nothing is claimed */
    public LedgerWriter(
            OwnConnections connections,
            int edition,
            int epoch,
            Clock clock,
            DeliveryMeter meter,
            BooleanSupplier mayClaim) {
        this(connections, edition, epoch, clock, meter, mayClaim, System::nanoTime);
    }

    /** @param nanos by which a sign of life is due, and a trouble is over */
    public LedgerWriter(
            OwnConnections connections,
            int edition,
            int epoch,
            Clock clock,
            DeliveryMeter meter,
            BooleanSupplier mayClaim,
            LongSupplier nanos) {
        this.books = new Bookkeeping(connections, edition, epoch, clock, meter, nanos);
        this.mayClaim = mayClaim;
        this.nanos = nanos;
        this.thread = new Thread(this::writeUntilClosed, "ledger-" + edition);
        this.thread.start();
    }

    /** A sender begins to take turns: the writer waits a moment for half of them before it commits. */
    public void enter() {
        waiting.enter();
    }

    public void leave() {
        waiting.leave();
    }

    /** Settles one delivery and claims another. Returns when both are committed. */
    public Claim exchange(@Nullable Settlement settlement, @Nullable Delivery wanted) {
        Turn turn = new Turn(settlement, wanted);
        waiting.add(turn);
        if (ended) {
            failWhateverWaits();
        }
        try {
            return turn.done().join();
        } catch (CompletionException e) {
            throw new LedgerLost(e);
        }
    }

    private void writeUntilClosed() {
        try {
            while (!closing || !waiting.isEmpty()) {
                List<Turn> turns = waiting.gather(BETWEEN_LOOKS);
                if (!turns.isEmpty()) {
                    write(turns);
                }
                books.signOfLife();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            books.close();
            ended = true;
            failWhateverWaits();
        }
    }

    /** Whatever is thrown in it, nobody waits for an answer that does not come. */
    private void write(List<Turn> turns) throws InterruptedException {
        boolean answered = false;
        try {
            write(new Group(turns, mayClaim.getAsBoolean()));
            answered = true;
        } finally {
            if (!answered) {
                Turn.fail(turns, new IllegalStateException("its writer met with what it does not know."));
            }
        }
    }

    private void write(Group group) throws InterruptedException {
        try {
            group.answer(books.write(group, group.changes()));
        } catch (SQLException e) {
            writeAgain(group, e);
        } catch (RuntimeException e) {
            group.fail(e);
        }
    }

    /** Outcomes are kept until they are written; claims are given back, whether or not they had been committed. */
    private void writeAgain(Group group, SQLException cause) throws InterruptedException {
        SQLException failure = cause;
        while (DatabaseTrouble.isWorthAnotherTry(failure) && !closing) {
            meet(failure);
            books.close();
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE_MILLIS);
            try {
                books.write(group, group.changesWithoutClaims());
                group.answerLost();
                return;
            } catch (SQLException e) {
                failure = e;
            }
        }
        books.close();
        group.fail(failure);
    }

    private void meet(SQLException failure) {
        DatabaseTrouble.behind(failure).ifPresent(trouble -> lastTrouble = new LastTrouble(trouble, nanos.getAsLong()));
        log.warn("The ledger cannot be written. It is tried again, and nothing is claimed meanwhile.", failure);
    }

    /** What it met with the database a moment ago. A disk that is full takes one write and not the next. */
    public Optional<DatabaseTrouble> trouble() {
        return Optional.ofNullable(lastTrouble)
                .filter(last -> nanos.getAsLong() - last.at() < A_MOMENT_AGO)
                .map(LastTrouble::trouble);
    }

    private void failWhateverWaits() {
        waiting.drain()
                .forEach(turn -> turn.done().completeExceptionally(new IllegalStateException("its writer has ended.")));
    }

    /** Writes what is waiting, and ends. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
