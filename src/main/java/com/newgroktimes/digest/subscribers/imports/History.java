package com.newgroktimes.digest.subscribers.imports;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.subscribers.SubscriberState;

/**
 * What of somebody here a file knows nothing of. Of what it tells, that which was so before they confirmed here is over.
 *
 * @param confirmedHere when they last pressed our link; null where they never did
 * @param toldBefore    what files had told of them by then
 */
record History(@Nullable Instant confirmedHere, String toldBefore) {

    static final History NONE = new History(null, "");

    /** What is left of it: what came after. */
    Standing notOver(Standing told) {
        boolean left = told.state() == SubscriberState.UNSUBSCRIBED && isOver(told.leftAt(), " " + told.state());
        boolean suppressed =
                told.suppressed() != null && isOver(told.suppressedAt(), Row.SUPPRESSED + told.suppressed());
        return new Standing(
                left ? SubscriberState.CONFIRMED : told.state(),
                left ? null : told.confirmedAt(),
                left ? null : told.leftAt(),
                suppressed ? null : told.suppressed(),
                suppressed ? null : told.suppressedAt());
    }

    /** What has no date is as old as the file that told it first. */
    private boolean isOver(@Nullable Instant since, String words) {
        return confirmedHere != null && (since == null ? toldBefore.contains(words) : since.isBefore(confirmedHere));
    }
}
