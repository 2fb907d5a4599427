package com.newgroktimes.digest.delivery;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.editions.Editions;

/**
 * An edition that was mended goes on with what it says now, where nothing stops that. In the transaction in which it goes on, and that
 * is a short one: it keeps others from editions' content. Whoever sends it hands it to its readers.
 */
@Component
class MendedEdition {

    private final Editions editions;
    private final Objections objections;

    MendedEdition(Editions editions, Objections objections) {
        this.editions = editions;
        this.objections = objections;
    }

    /** Nothing where it was not mended. */
    void goesOn(int number) {
        if (editions.get(number).mending()) {
            editions.mended(number);
            objections.toWhatStops(editions.get(number));
        }
    }
}
