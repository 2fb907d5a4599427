package com.newgroktimes.digest.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What became last of what went to one reader.
 *
 * @param accepted null where nothing was
 * @param problem  the latest delivery that did not succeed; null where each did
 */
public record LatestDeliveries(
        @Nullable One accepted, @Nullable One problem) {

    public static final LatestDeliveries NONE = new LatestDeliveries(null, null);

    /** @param at when it came to this state */
    public record One(
            int edition, DeliveryState state, @Nullable Instant at) {}

    /** With one more, which is the latest of its kind. */
    public LatestDeliveries with(One one) {
        return one.state() == DeliveryState.ACCEPTED
                ? new LatestDeliveries(one, problem)
                : new LatestDeliveries(accepted, one);
    }
}
