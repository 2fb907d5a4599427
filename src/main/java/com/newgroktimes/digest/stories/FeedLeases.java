package com.newgroktimes.digest.stories;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.stories.FeedTable.Claimed;

/** Keeps feeds in hand while they are asked, a minute at a time: for one whose node has died, nobody waits longer than that. */
@Component
final class FeedLeases implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FeedLeases.class);
    private static final Duration EVERY = Duration.ofSeconds(15);

    private final FeedTable table;
    private final Duration every;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread renewing = new Thread(work, "feeds in hand");
        renewing.setDaemon(true);
        return renewing;
    });

    @Autowired
    FeedLeases(FeedTable table) {
        this(table, EVERY);
    }

    FeedLeases(FeedTable table, Duration every) {
        this.table = table;
        this.every = every;
    }

    Lease hold(FeedAddress feed, Claimed claimed) {
        return new Lease(feed, claimed);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Until it is closed. */
    final class Lease implements AutoCloseable {

        private final FeedAddress feed;
        private final ScheduledFuture<?> renewing;
        private Claimed claimed;

        private Lease(FeedAddress feed, Claimed claimed) {
            this.feed = feed;
            this.claimed = claimed;
            this.renewing = thread.scheduleWithFixedDelay(
                    this::renew, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }

        private synchronized void renew() {
            try {
                claimed = table.renewed(feed, claimed);
            } catch (DataAccessException e) {
                log.warn("That a feed is asked just now could not be kept. It is tried again in {}.", every, e);
            }
        }

        @Override
        public synchronized void close() {
            renewing.cancel(false);
            table.done(feed, claimed);
        }
    }
}
