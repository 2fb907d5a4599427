package com.newgroktimes.digest.delivery.run;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.EditionState;

/**
 * What people want of a run at this moment.
 *
 * @param endsAt when whatever is left is left out; null before the freeze
 * @param mended whether the edition says something else by now than when the run began
 */
record Course(EditionState state, @Nullable Instant endsAt, boolean mended) {

    boolean isSending(Instant now) {
        return state == EditionState.SENDING && !mended && !isOver(now);
    }

    boolean isOver(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }
}
