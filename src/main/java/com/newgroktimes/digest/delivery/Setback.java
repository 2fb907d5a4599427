package com.newgroktimes.digest.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.Reason;

/**
 * A delivery that did not succeed, now or at its last try.
 *
 * @param email null where the reader has been erased
 * @param state what came of it
 * @param code  enhanced status code, three digits, or the reason in capitals; null where nothing was said
 * @param reply the relay's words
 */
public record Setback(
        long subscriber,
        @Nullable String email,
        DeliveryState state,
        Reason reason,
        @Nullable String code,
        @Nullable String reply,
        @Nullable Instant at) {

    /**
     * How many deliveries to one destination are in this state for this reason.
     *
     * @param destination its number in this edition; 0 is all those that are not told apart
     * @param domain      empty for those
     */
    public record Count(Reason reason, int destination, String domain, DeliveryState state, long number) {}
}
