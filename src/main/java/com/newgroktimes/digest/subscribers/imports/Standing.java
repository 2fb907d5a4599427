package com.newgroktimes.digest.subscribers.imports;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Suppression;

/**
 * Whether somebody may be mailed, as a file tells it or as we know it.
 *
 * @param confirmedAt null where it is not known, and for whoever waits
 * @param leftAt      null where it is not known, and for whoever has not left
 */
record Standing(
        SubscriberState state,
        @Nullable Instant confirmedAt,
        @Nullable Instant leftAt,
        @Nullable Suppression suppressed,
        @Nullable Instant suppressedAt) {

    Standing {
        confirmedAt = state == SubscriberState.PENDING ? null : confirmedAt;
        leftAt = state == SubscriberState.UNSUBSCRIBED ? leftAt : null;
    }

    /** The stricter of the two in each respect, so that the order in which they are told makes no difference. */
    Standing orStricter(Standing other) {
        return stateOrStricter(other).suppressedAs(other.isSuppressedStricter(this) ? other : this);
    }

    /** The state and its dates go together. Of two who tell the same state, the earlier date holds. */
    private Standing stateOrStricter(Standing other) {
        int stricter = Integer.compare(strictness(other.state), strictness(state));
        if (stricter != 0) {
            return stricter > 0 ? other : this;
        }
        return new Standing(
                state,
                earlier(confirmedAt, other.confirmedAt),
                earlier(leftAt, other.leftAt),
                suppressed,
                suppressedAt);
    }

    Standing suppressedAs(Standing other) {
        return new Standing(state, confirmedAt, leftAt, other.suppressed, other.suppressedAt);
    }

    Standing confirmedAs(Standing other) {
        return new Standing(state, other.confirmedAt, leftAt, suppressed, suppressedAt);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
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
