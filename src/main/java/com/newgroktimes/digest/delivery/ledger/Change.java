package com.newgroktimes.digest.delivery.ledger;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.ledger.Settlement.Again;
import com.newgroktimes.digest.delivery.ledger.Settlement.Note;

/** One row's step from a state to the next. */
record Change(
        long subscriber,
        int domainNumber,
        int triesBefore,
        DeliveryState from,
        DeliveryState to,
        boolean tried,
        @Nullable Note note,
        @Nullable Again again) {

    static Change of(Settlement settlement) {
        return new Change(
                settlement.delivery().subscriber(),
                settlement.delivery().domainNumber(),
                settlement.delivery().tries(),
                settlement.from(),
                settlement.to(),
                settlement.tried(),
                settlement.note(),
                settlement.again());
    }

    static Change claim(Delivery wanted) {
        return of(wanted, wanted.state(), DeliveryState.SENDING);
    }

    /** For a claim of which nobody knows whether it was committed. */
    static Change unclaim(Delivery wanted) {
        return of(wanted, DeliveryState.SENDING, wanted.state());
    }

    private static Change of(Delivery wanted, DeliveryState from, DeliveryState to) {
        return new Change(wanted.subscriber(), wanted.domainNumber(), wanted.tries(), from, to, false, null, null);
    }

    boolean isClaim() {
        return to == DeliveryState.SENDING;
    }

    /** Whether it only undoes a claim: nobody tried it, and nobody put it off. */
    boolean isReturn() {
        return again == null && (to == DeliveryState.WAITING || to == DeliveryState.PUT_OFF);
    }

    /** Whether it tells for good what became of a message, so that it may also replace what was taken for UNKNOWN. */
    boolean isFinalWord() {
        return tried && (to == DeliveryState.ACCEPTED || to == DeliveryState.REFUSED || to == DeliveryState.GAVE_UP);
    }
}
