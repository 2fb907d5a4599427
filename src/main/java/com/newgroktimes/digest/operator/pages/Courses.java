package com.newgroktimes.digest.operator.pages;

import java.util.List;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.DestinationProgress;
import com.newgroktimes.digest.delivery.Progress;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.mail.Relays;

/** Puts together what the pages say of editions under way. */
@Component
final class Courses {

    private static final int LARGEST = 14;
    private static final int LATEST = 10;

    private final Deliveries deliveries;
    private final DeliverySettings settings;
    private final Relays relays;
    private final Times times;

    Courses(Deliveries deliveries, DeliverySettings settings, Relays relays, Times times) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.relays = relays;
        this.times = times;
    }

    /** @param all whether every destination is shown */
    Course of(EditionSheet sheet, boolean all) {
        int number = sheet.edition().number();
        Progress progress = sheet.progress();
        boolean between = sheet.edition().state() == EditionState.RETRYING;
        List<DestinationProgress> destinations = deliveries.destinations(number);
        int shown = all ? destinations.size() : Math.min(LARGEST, destinations.size());
        return new Course(
                destinations.subList(0, shown).stream()
                        .map(DestinationLine::new)
                        .toList(),
                destinations.size() - shown,
                all,
                SetbackLine.masked(deliveries.latestSetbacks(number, LATEST)),
                sheet.count(DeliveryState.PUT_OFF) == 0
                        ? null
                        : deliveries.nextTry(number).orElse(null),
                between ? deliveries.nextAttempt(number).orElse(null) : null,
                between ? deliveries.halted(number) : List.of(),
                neverTried(sheet),
                settings.connections(relays.all()),
                times.secondsSince(progress.asOf()));
    }

    private long neverTried(EditionSheet sheet) {
        return switch (sheet.edition().state()) {
            case STOPPED -> sheet.count(DeliveryState.WAITING); // what is in hand still goes
            case SENT, SENT_PROBLEMS ->
                sheet.count(DeliveryState.SKIPPED) == 0
                        ? 0
                        : deliveries.leftOutTooLate(sheet.edition().number());
            case DRAFT, READY, SCHEDULED, HOLDING, PREPARING, SENDING, PAUSING, PAUSED, RETRYING, FAILED -> 0;
        };
    }
}
