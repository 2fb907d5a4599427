package com.newgroktimes.digest.delivery.run;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.newgroktimes.digest.delivery.ledger.DestinationBrakes.Kind;

/**
 * What holds a destination back, as it is kept.
 *
 * @param interval between two messages; null where it has no tempo of its own
 */
record Held(Kind kind, Instant until, @Nullable Duration interval) {}
