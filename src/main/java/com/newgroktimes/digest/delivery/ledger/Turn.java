package com.newgroktimes.digest.delivery.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/** One sender's "settle this, claim the next", waiting for the commit that carries it. */
record Turn(@Nullable Settlement settlement, @Nullable Delivery wanted, CompletableFuture<Claim> done) {

    Turn(@Nullable Settlement settlement, @Nullable Delivery wanted) {
        this(settlement, wanted, new CompletableFuture<>());
    }

    /** Those that have no answer yet get none. */
    static void fail(List<Turn> turns, Exception cause) {
        turns.forEach(turn -> turn.done().completeExceptionally(cause));
    }
}
