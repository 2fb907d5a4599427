package com.newgroktimes.digest.delivery;

import java.util.Map;

import com.newgroktimes.digest.editions.Revision;

/**
 * How the deliveries of one revision stand.
 *
 * @param counts every state has its entry
 */
public record RevisionProgress(Revision revision, Map<DeliveryState, Long> counts) {

    /** Templates call it, with the name of a state. */
    public long count(String state) {
        return counts.getOrDefault(DeliveryState.valueOf(state), 0L);
    }
}
