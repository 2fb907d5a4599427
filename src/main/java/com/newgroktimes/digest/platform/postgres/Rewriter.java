package com.newgroktimes.digest.platform.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks whether something was erased, and has its last bytes gone within seconds; where more is erased soon after, within ten minutes. */
final class Rewriter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rewriter.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration AFTER_ANOTHER = Duration.ofMinutes(10);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource dataSource;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    Rewriter(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        Thread thread = new Thread(this::look, "rewriter");
        thread.setDaemon(true);
        thread.start();
    }

    private void look() {
        try {
            Duration pause = LOOK_EVERY;
            while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = rewriteWhatIsDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long to wait before the next look. */
    private Duration rewriteWhatIsDue() {
        try (Connection connection = dataSource.getConnection()) {
            Rewriting due = Rewriting.due(connection);
            if (!due.isNeeded()) {
                return LOOK_EVERY;
            }
            due.carryOut(connection);
            log.info("What was erased is gone from the disk too.");
            return AFTER_ANOTHER;
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) && isRunning()) {
                log.warn("What was erased may still be on the disk. It is tried again by itself.", e);
            }
            return AFTER_A_FAILURE;
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
