package com.newgroktimes.digest.operator.api;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.DeliveryEntry;
import com.newgroktimes.digest.delivery.DeliveryState;

/** One delivery as the API shows it. The names and their order are a promise to those who read it. */
record DeliveryBody(
        @Nullable String email,
        DeliveryState state,
        @Nullable String variant,
        int revision,
        int attempts,
        String messageId,
        @Nullable String code,
        @Nullable String reply,
        @Nullable Instant at) {

    static DeliveryBody of(DeliveryEntry entry) {
        return new DeliveryBody(
                entry.email(),
                entry.state(),
                entry.variant() == null ? null : VariantName.of(entry.variant()),
                entry.revision(),
                entry.attempts(),
                entry.messageId(),
                entry.code(),
                entry.reply(),
                entry.at());
    }
}
