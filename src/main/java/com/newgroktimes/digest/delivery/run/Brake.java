package com.newgroktimes.digest.delivery.run;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;
import com.newgroktimes.digest.platform.DatabaseTrouble;

/** Stops a run that would do harm, and says why. What is in hand still goes. */
@Component
final class Brake {

    private static final Logger log = LoggerFactory.getLogger(Brake.class);

    private static final Set<EditionState> UNDER_WAY = EnumSet.of(EditionState.PREPARING, EditionState.SENDING);

    private final Editions editions;

    Brake(Editions editions) {
        this.editions = editions;
    }

    /** What an earlier attempt waited for says nothing of this one. */
    void begins(int edition) {
        tell(edition, null);
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

    /** Nothing is logged: whoever met the trouble has said so. */
    void meets(int edition, DatabaseTrouble trouble) {
        if (trouble.passesByItself()) {
            tell(edition, trouble.sentence() + " Nobody is mailed meanwhile, and it goes on by itself afterwards.");
        } else {
            pause(edition, "%s %s, then resume.".formatted(trouble.sentence(), trouble.remedy()));
        }
    }

    private void tell(int edition, @Nullable String reason) {
        try {
            editions.explain(edition, UNDER_WAY, reason);
        } catch (DataAccessException | TransactionException e) {
            log.warn("What edition {} waits for cannot be shown now.", edition, e);
        }
    }

    /** Where not even that can be written down, nothing goes out either, and whoever asked will ask again. */
    void pause(int edition, String reason) {
        String by = "Paused by the safety stop. " + reason;
        try {
            if (editions.move(edition, EnumSet.of(EditionState.SENDING), EditionState.PAUSING, by)
                    || editions.move(edition, EnumSet.of(EditionState.PREPARING), EditionState.PAUSED, by)) {
                log.warn("Edition {} pauses: {}", edition, reason);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("Edition {} should pause, and cannot be told so now. {}", edition, reason, e);
        }
    }
}
