package com.newgroktimes.digest.delivery;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.mail.Reason;

/**
 * One copy of a test. Nobody tries it again: what was put off stays so.
 *
 * @param email  null where it was a reader's who has been erased
 * @param state  SKIPPED is an address that must not be written to, and was not
 * @param reason why it was not taken; null where it was, or was not offered
 * @param code   enhanced status code, three digits, or why it was skipped in capitals; null where nothing was said
 * @param reply  the relay's words
 */
public record TestCopy(
        @Nullable String email,
        DeliveryState state,
        @Nullable Reason reason,
        @Nullable String code,
        @Nullable String reply) {}
