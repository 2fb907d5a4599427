package com.newgroktimes.digest.subscribers.imports;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Suppression;

/** Whether somebody may be mailed, as a file tells it or as we know it. */
record Standing(
        SubscriberState state,
        @Nullable Suppression suppressed,
        @Nullable Instant suppressedAt) {

    /** The stricter of the two in each respect, so that the order in which they are told makes no difference. */
    Standing orStricter(Standing other) {
        SubscriberState stricter = strictness(other.state) > strictness(state) ? other.state : state;
        return other.isSuppressedStricter(this)
                ? new Standing(stricter, other.suppressed, other.suppressedAt)
                : new Standing(stricter, suppressed, suppressedAt);
    }

    Standing inState(SubscriberState given) {
        return new Standing(given, suppressed, suppressedAt);
    }

    private static int strictness(SubscriberState state) {
        return switch (state) {
            case CONFIRMED -> 0;
            case PENDING -> 1;
            case UNSUBSCRIBED -> 2;
        };
    }

    private boolean isSuppressedStricter(Standing than) {
        if (suppressed == null || than.suppressed == null) {
            return suppressed != null;
        }
        return suppressed == than.suppressed
                ? suppressedAt != null && than.suppressedAt != null && suppressedAt.isAfter(than.suppressedAt)
                : suppressed.compareTo(than.suppressed) > 0;
    }
}
