package com.newgroktimes.digest.operator.pages;

import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.Progress;
import com.newgroktimes.digest.editions.Edition;

/** An edition as one line of a list. Templates read it. */
public record SheetLine(Edition edition, Progress progress) {

    public boolean frozen() {
        return edition.frozenAt() != null;
    }

    public long accepted() {
        return progress.counts().getOrDefault(DeliveryState.ACCEPTED, 0L);
    }
}
