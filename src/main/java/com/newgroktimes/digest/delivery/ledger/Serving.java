package com.newgroktimes.digest.delivery.ledger;

import com.newgroktimes.digest.delivery.DeliveryState;

/**
 * Which copy the readers of one taste get.
 *
 * @param state WAITING, or SKIPPED where their sections have nothing this week
 */
public record Serving(Taste taste, int variant, DeliveryState state) {}
