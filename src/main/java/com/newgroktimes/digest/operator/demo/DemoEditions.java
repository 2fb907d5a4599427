package com.newgroktimes.digest.operator.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

import com.newgroktimes.digest.delivery.Deliveries;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;

import static com.newgroktimes.digest.editions.EditionState.FAILED;
import static com.newgroktimes.digest.editions.EditionState.PAUSED;
import static com.newgroktimes.digest.editions.EditionState.READY;
import static com.newgroktimes.digest.editions.EditionState.RETRYING;
import static com.newgroktimes.digest.editions.EditionState.SENT;
import static com.newgroktimes.digest.editions.EditionState.SENT_PROBLEMS;
import static com.newgroktimes.digest.editions.EditionState.STOPPED;

/** Two editions: one that is sent, and the next one, ready for a visitor to press Send. */
final class DemoEditions {

    private static final int FIRST = 1;
    /** Nothing more happens by itself; READY is one that a visitor took back meanwhile. */
    private static final Set<EditionState> AT_REST =
            Set.of(SENT, SENT_PROBLEMS, STOPPED, FAILED, PAUSED, RETRYING, READY);

    private final Editions editions;
    private final Deliveries deliveries;
    private final ZoneId zone;

    DemoEditions(Editions editions, Deliveries deliveries, ZoneId zone) {
        this.editions = editions;
        this.deliveries = deliveries;
        this.zone = zone;
    }

    boolean none() {
        return editions.find(FIRST).isEmpty();
    }

    /** Assembles, sends and waits, from wherever an earlier start has come to. */
    Edition firstOneSent(Instant opens) {
        Edition first = editions.find(FIRST).orElseGet(() -> assemble(opens));
        if (first.state() == READY) {
            long recipients = deliveries.progress(first.number()).recipients();
            deliveries.send(first.number(), recipients, first.contentHash(), null, "demo");
        }
        return first.state() == EditionState.DRAFT
                ? first
                : Waiting.until("edition 1 to be sent", this::firstOneAtRest);
    }

    /** Where there is no next one yet. */
    void assembleAfter(Edition first) {
        if (editions.find(first.number() + 1).isEmpty()) {
            assemble(first.closes());
        }
    }

    /** The first one that can be sent now. */
    Optional<Edition> ready() {
        return editions.in(Set.of(READY)).stream().findFirst().flatMap(editions::find);
    }

    private Optional<Edition> firstOneAtRest() {
        return editions.find(FIRST).filter(edition -> AT_REST.contains(edition.state()));
    }

    private Edition assemble(Instant opens) {
        return editions.assemble(week(opens)).edition();
    }

    /** {@code 2026-W48}, without the day that the ISO format ends in. */
    private String week(Instant opens) {
        return DateTimeFormatter.ISO_WEEK_DATE
                .format(opens.atZone(zone).toLocalDate())
                .substring(0, "2026-W48".length());
    }
}
