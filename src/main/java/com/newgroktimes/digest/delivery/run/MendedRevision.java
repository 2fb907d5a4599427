package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import com.newgroktimes.digest.delivery.ledger.Audience;
import com.newgroktimes.digest.delivery.ledger.Serving;
import com.newgroktimes.digest.delivery.ledger.Settlement.Note;
import com.newgroktimes.digest.delivery.ledger.TotalTable;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Editions;

/**
 * Hands a mended edition to those who have not got it yet, and nobody what was found wrong with it: whoever has the edition's run does
 * that before anything is offered. One cut short is done all again by whoever takes the run up.
 */
@Component
final class MendedRevision {

    private final Editions editions;
    private final Variants variants;
    private final Audience audience;
    private final LeftOut leftOut;
    private final TotalTable totals;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MendedRevision(
            Editions editions,
            Variants variants,
            Audience audience,
            LeftOut leftOut,
            TotalTable totals,
            TransactionTemplate transaction,
            Clock clock) {
        this.editions = editions;
        this.variants = variants;
        this.audience = audience;
        this.leftOut = leftOut;
        this.totals = totals;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whatever waits gets what it says now, for tastes as they are now. Never to be called inside a transaction. */
    void takesTheRest(Edition edition) {
        if (edition.revision() > 1 && audience.hasUnrevised(edition.number(), edition.revision())) {
            renderWhatIsWanted(edition);
            variants.serve(edition, servings -> takesAll(edition, servings));
        }
    }

    /** After an upgrade of templates nothing more is rendered: whoever wants what is not there gets all sections, as at first. */
    private void renderWhatIsWanted(Edition edition) {
        if (editions.isAsApproved(edition)) {
            editions.render(edition.number(), variants.wanted(edition));
        }
    }

    /** False where somebody's taste came up a moment ago, or somebody came back. */
    private boolean takesAll(Edition edition, List<Serving> servings) {
        return Boolean.TRUE.equals(transaction.execute(status -> revises(edition, servings)));
    }

    private boolean revises(Edition edition, List<Serving> servings) {
        audience.revise(edition.number(), edition.revision(), servings, clock.instant());
        List<Long> others = audience.unrevised(edition.number(), edition.revision());
        others.forEach(reader -> leaveOut(edition, reader));
        totals.recount(edition.number());
        return others.isEmpty();
    }

    private void leaveOut(Edition edition, long reader) {
        Optional<Note> why = leftOut.why(reader);
        why.ifPresent(reason -> audience.leaveOut(edition.number(), reader, reason, clock.instant()));
    }
}
