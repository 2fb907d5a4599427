package com.newgroktimes.digest.operator.pages;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.DestinationProgress;

/** How far an edition is with one destination, as a line of a table. Templates read it. */
public record DestinationLine(DestinationProgress destination) {

    public long toSend() {
        return count(DeliveryState.WAITING) + count(DeliveryState.SENDING);
    }

    /** Once it was stopped: what was in hand then still goes. */
    public long neverTried() {
        return count(DeliveryState.WAITING);
    }

    public long accepted() {
        return count(DeliveryState.ACCEPTED);
    }

    public long putOff() {
        return count(DeliveryState.PUT_OFF);
    }

    public long refused() {
        return count(DeliveryState.REFUSED);
    }

    private long count(DeliveryState state) {
        return destination.counts().getOrDefault(state, 0L);
    }
}
