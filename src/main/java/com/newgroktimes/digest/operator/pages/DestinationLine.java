package com.newgroktimes.digest.operator.pages;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.DestinationProgress;

/** How far an edition is with one destination, as a line of a table. Templates read it. */
public record DestinationLine(DestinationProgress destination) {

    public long toSend() {
        return count(DeliveryState.WAITING) + count(DeliveryState.SENDING);
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
