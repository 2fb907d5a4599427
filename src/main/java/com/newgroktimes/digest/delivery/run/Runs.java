package com.newgroktimes.digest.delivery.run;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.OwnConnections;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.DatabaseTrouble;
import com.newgroktimes.digest.subscribers.Complaints;

/**
 * Starts runs, each on a thread of its own. An edition that is under way and that nobody is sending, because its process died or
 * lost its lock, is taken up by whichever node sees it first.
 */
@Component
public class Runs implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Runs.class);
    private static final Set<EditionState> IN_A_RUN =
            EnumSet.of(EditionState.PREPARING, EditionState.SENDING, EditionState.PAUSING);
    private static final Set<EditionState> HELD = EnumSet.of(EditionState.HOLDING, EditionState.SCHEDULED);
    private static final long LOOK_AROUND_SECONDS = 5;
    private static final long SHUTDOWN_SECONDS = 15;

    private final Editions editions;
    private final OwnConnections connections;
    private final OpenRuns open;
    private final Attempt attempt;
    private final Ending ending;
    private final DiskSpace disk;
    private final Complaints complaints;
    private final SafetyPause pause;
    private final Notice notice;
    private final DatabaseTroubles troubles;
    private final Clock clock;
    private final Map<Integer, Thread> threads = new ConcurrentHashMap<>();
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    Runs(
            Editions editions,
            OwnConnections connections,
            OpenRuns open,
            Attempt attempt,
            Ending ending,
            DiskSpace disk,
            Complaints complaints,
            SafetyPause pause,
            Notice notice,
            DatabaseTroubles troubles,
            Clock clock) {
        this.editions = editions;
        this.connections = connections;
        this.open = open;
        this.attempt = attempt;
        this.ending = ending;
        this.disk = disk;
        this.complaints = complaints;
        this.pause = pause;
        this.notice = notice;
        this.troubles = troubles;
        this.clock = clock;
    }

    /** Lets one go whose time has come, and sends it. Nothing happens where that time is not the one at which it is to leave. */
    void leave(int edition, Instant at) {
        if (editions.leave(edition, at)) {
            goOn(edition);
        }
    }

    /** Goes on with an edition that is under way, or ends one whose time is over, unless somebody has it already. Returns at once. */
    public void goOn(int edition) {
        Thread thread = new Thread(() -> own(edition), "send-" + edition);
        if (isRunning() && threads.putIfAbsent(edition, thread) == null) {
            thread.start();
        }
    }

    private void own(int edition) {
        try {
            Optional<RunLock> free = RunLock.take(connections, edition);
            if (free.isPresent()) {
                try (RunLock lock = free.get()) {
                    lookAfter(edition, lock);
                }
            }
        } catch (SQLException | RuntimeException e) {
            log.error("The run of edition {} broke off. It is taken up again by itself.", edition, e);
            DatabaseTrouble.behind(e).ifPresent(trouble -> troubles.met(edition, trouble));
        } finally {
            threads.remove(edition);
        }
    }

    // Asked again under the lock: whoever had it may just have ended the edition.
    private void lookAfter(int edition, RunLock lock) {
        if (!isRunning()) {
            return;
        }
        if (ending.isDue(edition)) {
            ending.of(edition, lock);
        } else if (IN_A_RUN.contains(editions.state(edition))) {
            takeUp(edition, lock);
        }
    }

    private void takeUp(int edition, RunLock lock) {
        notice.clear(edition);
        disk.tooLittle().ifPresent(reason -> pause.begin(edition, reason));
        if (IN_A_RUN.contains(editions.state(edition))) {
            attempt.send(edition, lock);
        }
    }

    @Override
    public void start() {
        CountDownLatch over = new CountDownLatch(1);
        stopped = over;
        open.open();
        Thread watch = new Thread(() -> lookAroundUntil(over), "runs");
        watch.setDaemon(true);
        watch.start();
    }

    private void lookAroundUntil(CountDownLatch over) {
        try {
            do {
                takeUpWhatLies();
            } while (!over.await(LOOK_AROUND_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeUpWhatLies() {
        try {
            editions.in(HELD).forEach(this::leaveIfDue);
            editions.in(IN_A_RUN).forEach(this::goOn);
            ending.due().forEach(this::goOn);
            disk.tooLittle().ifPresent(reason -> open.all().forEach(run -> pause(run, reason)));
            open.all().forEach(this::lookForComplaints);
            open.all().forEach(run -> run.destinations().writeDown());
            troubles.tell();
        } catch (RuntimeException e) {
            log.warn("Whether an edition lies unfinished cannot be seen now.", e);
        }
    }

    /** The task that says so at the moment may stand behind thousands of letters. One that cannot leave keeps no other from it. */
    private void leaveIfDue(int edition) {
        try {
            Optional.ofNullable(editions.head(edition).leavesAt())
                    .filter(at -> !clock.instant().isBefore(at))
                    .ifPresent(at -> leave(edition, at));
        } catch (RuntimeException e) {
            log.warn("Edition {} is due and cannot leave now. It is tried again by itself.", edition, e);
        }
    }

    private void lookForComplaints(Run run) {
        run.safety().complained(complaints.since(run.safety().begun())).ifPresent(reason -> pause(run, reason));
    }

    private void pause(Run run, String reason) {
        run.whileItLasts(() -> pause.begin(run.edition(), reason));
    }

    /** What is in hand still goes and is settled; the rest stays WAITING, for the next start or another node. */
    @Override
    public void stop() {
        stopped.countDown();
        open.shut();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SHUTDOWN_SECONDS);
        threads.values().forEach(thread -> join(thread, until));
    }

    private static void join(Thread thread, long until) {
        try {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
