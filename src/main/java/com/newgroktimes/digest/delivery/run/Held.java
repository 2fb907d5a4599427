package com.newgroktimes.digest.delivery.run;

import java.time.Instant;

import com.newgroktimes.digest.delivery.ledger.DestinationBrakes.Kind;

/** What holds a destination back, as it is kept. */
record Held(Kind kind, Instant until) {}
