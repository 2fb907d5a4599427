package com.newgroktimes.digest.delivery.ledger;

import java.util.concurrent.CompletionException;

/** The ledger could not be written, and will not be by this writer: send nothing more. */
public final class LedgerLost extends RuntimeException {

    LedgerLost(CompletionException failure) {
        super("The ledger cannot be written.", failure.getCause());
    }
}
