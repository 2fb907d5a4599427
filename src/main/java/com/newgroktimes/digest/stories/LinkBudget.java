package com.newgroktimes.digest.stories;

import java.time.Duration;

/** How many links of one answer are asked where they lead, and for how long. Its first entries are the news. */
final class LinkBudget {

    private static final int MOST = 20;
    /** By a counter's address a story would be known for good, and to nobody else. */
    private static final int MOST_OF_COUNTERS = 50;

    private static final Duration AT_MOST = Duration.ofSeconds(8);

    private final long until = System.nanoTime() + AT_MOST.toNanos();
    private int ofCounters = MOST_OF_COUNTERS;
    private int others = MOST;

    /** Spends one. */
    boolean allowsCounter() {
        return isTimeLeft() && ofCounters-- > 0;
    }

    /** Spends one. */
    boolean allowsOther() {
        return isTimeLeft() && others-- > 0;
    }

    private boolean isTimeLeft() {
        return System.nanoTime() - until < 0;
    }
}
