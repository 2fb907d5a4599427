package com.newgroktimes.digest.operator.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;

/** Puts together what the pages say of editions. */
@Component
final class EditionSheets {

    private final Editions editions;
    private final Deliveries deliveries;
    private final Times times;

    EditionSheets(Editions editions, Deliveries deliveries, Times times) {
        this.editions = editions;
        this.deliveries = deliveries;
        this.times = times;
    }

    EditionSheet sheet(int number) {
        return sheet(editions.get(number));
    }

    /** The oldest one that still needs somebody or something. */
    Optional<EditionSheet> next() {
        return editions.list().stream()
                .filter(edition -> !isOver(edition.state()))
                .reduce((newer, older) -> older)
                .map(this::sheet);
    }

    /** Newest first. */
    List<SheetLine> lines() {
        return editions.list().stream()
                .map(edition -> new SheetLine(edition, deliveries.progress(edition.number())))
                .toList();
    }

    private EditionSheet sheet(Edition edition) {
        int number = edition.number();
        Instant leavesAt = edition.leavesAt();
        return new EditionSheet(
                edition,
                deliveries.progress(number),
                CheckGroup.of(editions.checks(number)),
                leavesAt == null ? 0 : times.secondsUntil(leavesAt));
    }

    private static boolean isOver(EditionState state) {
        return switch (state) {
            case SENT, SENT_PROBLEMS, STOPPED -> true;
            case DRAFT, READY, SCHEDULED, HOLDING, PREPARING, SENDING, PAUSING, PAUSED, RETRYING, FAILED -> false;
        };
    }
}
