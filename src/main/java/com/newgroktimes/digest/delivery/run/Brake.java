package com.newgroktimes.digest.delivery.run;

import java.util.EnumSet;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;

/** Stops a run that would do harm, and says why. What is in hand still goes. */
@Component
final class Brake {

    private static final Logger log = LoggerFactory.getLogger(Brake.class);

    private final Editions editions;

    Brake(Editions editions) {
        this.editions = editions;
    }

    /** It goes on by itself; whoever looks is told what it waits for. */
    void waits(int edition, String reason) {
        log.warn("Edition {} waits: {}", edition, reason);
        tell(edition, reason);
    }

    void released(int edition) {
        log.info("Edition {} goes on.", edition);
        tell(edition, null);
    }

    private void tell(int edition, @Nullable String reason) {
        try {
            editions.move(edition, EnumSet.of(EditionState.SENDING), EditionState.SENDING, reason);
        } catch (DataAccessException e) {
            log.warn("What edition {} waits for cannot be shown now: {}", edition, e.getMessage());
        }
    }

    void pause(int edition, String reason) {
        String by = "Paused by the safety stop. " + reason;
        if (editions.move(edition, EnumSet.of(EditionState.SENDING), EditionState.PAUSING, by)) {
            log.warn("Edition {} pauses: {}", edition, reason);
        }
    }
}
