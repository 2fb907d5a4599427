package com.newgroktimes.digest.editions;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An edition's place in time.
 *
 * @param open     whether it still takes stories
 * @param frozenAt when its audience was written to the ledger
 */
record EditionSpan(
        int number,
        IsoWeek week,
        EditionWindow window,
        boolean open,
        @Nullable Instant frozenAt) {}
