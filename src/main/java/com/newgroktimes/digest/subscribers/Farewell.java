package com.newgroktimes.digest.subscribers;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.subscribers.Letter.Occasion;

/** Leaving, for whoever wants to have it in writing. */
@Component
class Farewell {

    private final Register register;
    private final Inboxes inboxes;
    private final Departures departures;
    private final Etiquette etiquette;
    private final LetterQueue letters;

    Farewell(Register register, Inboxes inboxes, Departures departures, Etiquette etiquette, LetterQueue letters) {
        this.register = register;
        this.inboxes = inboxes;
        this.departures = departures;
        this.etiquette = etiquette;
        this.letters = letters;
    }

    /** The mail is left out where they leave again and again; leaving is not. */
    void leave(long id, String from) {
        boolean onTheList = register.hold(id).filter(Subscriber::onTheList).isPresent();
        inboxes.lock(id);
        boolean mayBeMailed = etiquette.mayAct(id, Act.UNSUBSCRIBED);
        departures.leave(id, from);
        if (onTheList && mayBeMailed) {
            letters.add(id, Occasion.FAREWELL);
        }
    }
}
