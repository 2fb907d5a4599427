package com.newgroktimes.digest.delivery.ledger;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.ledger.Settlement.Again;
import com.newgroktimes.digest.delivery.ledger.Settlement.Note;

/** One row's step from a state to the next. */
record Change(
        long subscriber,
        DeliveryState from,
        DeliveryState to,
        boolean tried,
        @Nullable Note note,
        @Nullable Again again) {

    static Change of(Settlement settlement) {
        return new Change(
                settlement.delivery().subscriber(),
                settlement.from(),
                settlement.to(),
                settlement.tried(),
                settlement.note(),
                settlement.again());
    }

    static Change claim(Delivery wanted) {
        return new Change(wanted.subscriber(), wanted.state(), DeliveryState.SENDING, false, null, null);
    }

    /** For a claim of which nobody knows whether it was committed. */
    static Change unclaim(Delivery wanted) {
        return new Change(wanted.subscriber(), DeliveryState.SENDING, wanted.state(), false, null, null);
    }
}
