package com.newgroktimes.digest.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.editions.Variant;

/**
 * One delivery as the ledger has it, with the last word about it.
 *
 * @param subscriber the reader's number, by which a list is read on
 * @param email      null where the reader has been erased
 * @param variant    null where it is not kept any more
 * @param attempts   how often it was offered
 * @param code       enhanced status code, three digits, or the reason in capitals; null where nothing was said
 * @param reply      the relay's words
 * @param at         when it came to this state; null while it is as the freeze left it
 */
public record DeliveryEntry(
        long subscriber,
        @Nullable String email,
        DeliveryState state,
        @Nullable Variant variant,
        int revision,
        int attempts,
        String messageId,
        @Nullable String code,
        @Nullable String reply,
        @Nullable Instant at) {}
