package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.Audience;
import com.newgroktimes.digest.delivery.ledger.Settlement.Note;
import com.newgroktimes.digest.delivery.ledger.TotalTable;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Editions;

/** Hands a mended edition to those who have not got it yet. In the caller's transaction, while nobody is sending it. */
@Component
public class MendedRevision {

    /** Readers change their minds while this is written down, but not for ever. */
    private static final int TURNS = 20;

    private final Editions editions;
    private final Variants variants;
    private final Audience audience;
    private final LeftOut leftOut;
    private final TotalTable totals;
    private final Clock clock;

    MendedRevision(
            Editions editions, Variants variants, Audience audience, LeftOut leftOut, TotalTable totals, Clock clock) {
        this.editions = editions;
        this.variants = variants;
        this.audience = audience;
        this.leftOut = leftOut;
        this.totals = totals;
        this.clock = clock;
    }

    /** Renders it, for tastes as they are now. */
    public void goesOut(Edition edition) {
        editions.render(edition.number(), variants.wanted(edition));
        takesTheRest(edition);
    }

    /** Whatever waits of an edition that was mended gets what it says now, and nobody what was found wrong with it. */
    public void takesTheRest(Edition edition) {
        if (edition.revision() == 1) {
            return;
        }
        int turns = 0;
        while (!takesAll(edition)) {
            if (++turns == TURNS) {
                throw new IllegalStateException(
                        "Readers of edition %d cannot be told apart. Nothing was changed.".formatted(edition.number()));
            }
        }
        totals.recount(edition.number());
    }

    /** False where somebody's taste came up a moment ago, or somebody came back. */
    private boolean takesAll(Edition edition) {
        audience.revise(edition.number(), edition.revision(), variants.servings(edition), clock.instant());
        List<Long> others = audience.unrevised(edition.number(), edition.revision());
        others.forEach(reader -> leaveOut(edition, reader));
        return others.isEmpty();
    }

    private void leaveOut(Edition edition, long reader) {
        Optional<Note> why = leftOut.why(reader);
        why.ifPresent(reason -> audience.leaveOut(edition.number(), reader, reason, clock.instant()));
    }
}
