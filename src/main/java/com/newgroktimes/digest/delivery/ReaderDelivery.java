package com.newgroktimes.digest.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.Reason;

/**
 * What became of one edition for one reader. What was said about it is known once the edition is out: until then it would have to be
 * looked for among all readers' answers.
 *
 * @param at      when it came to this state; null while it is as the freeze left it
 * @param nextTry when it may be tried again; null where it waits for nothing
 * @param code    enhanced status code, three digits, or the reason in capitals; null where nothing was said
 * @param reply   the relay's words
 * @param reason  why it was not taken; null where it was, or was never tried
 */
public record ReaderDelivery(
        int edition,
        DeliveryState state,
        int attempts,
        @Nullable Instant at,
        @Nullable Instant nextTry,
        @Nullable String code,
        @Nullable String reply,
        @Nullable Reason reason) {}
