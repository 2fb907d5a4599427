package com.newgroktimes.digest.delivery;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.run.MendedRevision;
import com.newgroktimes.digest.editions.Edition;
import com.newgroktimes.digest.editions.Editions;

/** An edition that was mended goes on with what it says now, where nothing stops that. In the transaction in which it goes on. */
@Component
class MendedEdition {

    private final Editions editions;
    private final Objections objections;
    private final MendedRevision revision;

    MendedEdition(Editions editions, Objections objections, MendedRevision revision) {
        this.editions = editions;
        this.objections = objections;
        this.revision = revision;
    }

    /** Nothing where it was not mended. */
    void goesOn(int number) {
        if (editions.get(number).mending()) {
            editions.mended(number);
            Edition mended = editions.get(number);
            objections.toWhatStops(mended);
            revision.goesOut(mended);
        }
    }

    /** Whoever is offered it again gets what it says now, too. */
    void isOfferedAgain(int number) {
        revision.takesTheRest(editions.get(number));
    }
}
