package com.newgroktimes.digest.delivery;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How far an edition has come, counted from the ledger.
 *
 * @param recipients  before the freeze, how many would get it now; after it, how many are on the ledger
 * @param counts      every state has its entry
 * @param perMinute   messages accepted in the last minute; null unless it is being sent
 * @param secondsLeft null until the rate is known, and while nothing is accepted of what may go now
 * @param asOf        when this was counted
 */
public record Progress(
        long recipients,
        Map<DeliveryState, Long> counts,
        @Nullable Integer perMinute,
        @Nullable Long secondsLeft,
        Instant asOf) {}
