package com.newgroktimes.digest.delivery.run;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.run.Waiting.Cause;
import com.newgroktimes.digest.editions.EditionState;
import com.newgroktimes.digest.editions.Editions;

/** Tells on an edition what its run waits for: it goes on by itself, and whoever looks is told why nothing happens. */
@Component
final class Notice {

    private static final Logger log = LoggerFactory.getLogger(Notice.class);

    /** In any other state the reason is another's: why it pauses, or how it ended. */
    private static final Set<EditionState> OURS = EnumSet.of(EditionState.PREPARING, EditionState.SENDING);

    private final Editions editions;

    Notice(Editions editions) {
        this.editions = editions;
    }

    void waits(Waiting waiting, Cause cause, String reason) {
        if (waiting.begins(cause, reason)) {
            log.warn("Edition {}: {}", waiting.edition(), reason);
            show(waiting);
        }
    }

    void goesOn(Waiting waiting, Cause cause) {
        if (waiting.ends(cause)) {
            log.info("Edition {}: nothing is wrong with the {} any more.", waiting.edition(), cause.awaited());
            show(waiting);
        }
    }

    /** What could not be written when it was met, as with a database that is away, is written when it can be. */
    void show(Waiting waiting) {
        waiting.show(reasons -> tell(waiting.edition(), reasons.orElse(null)));
    }

    /** What an earlier attempt waited for says nothing of this one. */
    void clear(int edition) {
        tell(edition, null);
    }

    /** False where it cannot be written now. */
    boolean tell(int edition, @Nullable String reason) {
        return BestEffort.done(
                () -> editions.explain(edition, OURS, reason),
                log,
                "What edition {} waits for cannot be shown now.",
                edition);
    }
}
