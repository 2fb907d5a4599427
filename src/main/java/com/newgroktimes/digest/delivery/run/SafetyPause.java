package com.newgroktimes.digest.delivery.run;

import java.util.EnumSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;

/** Pauses a run that would do harm, and says why. What is in hand still goes. */
@Component
final class SafetyPause {

    private static final Logger log = LoggerFactory.getLogger(SafetyPause.class);

    private final Editions editions;
    private final PauseMeter meter;

    SafetyPause(Editions editions, PauseMeter meter) {
        this.editions = editions;
        this.meter = meter;
    }

    /** Where not even that can be written down, nothing goes out either, and whoever asked will ask again. */
    void begin(int edition, String reason) {
        BestEffort.done(
                () -> move(edition, reason),
                log,
                "Edition {} should pause, and cannot be told so now. {}",
                edition,
                reason);
    }

    private void move(int edition, String reason) {
        String by = "Paused by the safety stop. " + reason;
        if (editions.move(edition, EnumSet.of(EditionState.SENDING), EditionState.PAUSING, by)
                || editions.move(edition, EnumSet.of(EditionState.PREPARING), EditionState.PAUSED, by)) {
            meter.bySafetyStop();
            log.warn("Edition {} pauses: {}", edition, reason);
        }
    }
}
