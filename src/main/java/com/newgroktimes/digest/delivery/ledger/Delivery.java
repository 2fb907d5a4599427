package com.newgroktimes.digest.delivery.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.DeliveryState;

/**
 * One edition to one subscriber, as it was read from the ledger. Reading is no claim.
 *
 * @param state      WAITING or PUT_OFF
 * @param tries      how often it was offered before
 * @param variant    the number of the copy that they get, among those of their revision
 * @param revision   of the edition, which grows each time it is mended
 * @param domainNumber the number of the reader's domain among the edition's larger ones, else 0
 * @param reader     null where they may not be mailed any more
 * @param firstTried null unless it was put off before
 */
public record Delivery(
        long subscriber,
        DeliveryState state,
        int tries,
        int variant,
        int revision,
        int domainNumber,
        @Nullable Reader reader,
        @Nullable Instant firstTried) {

    /** What a copy needs to know of whoever gets it. */
    public record Reader(String address, String domain, Instant signedUpAt) {}
}
