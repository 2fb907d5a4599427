package com.newgroktimes.digest.delivery.run;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.ledger.Settlement.Note;
import com.newgroktimes.digest.subscribers.Subscriber;
import com.newgroktimes.digest.subscribers.SubscriberState;
import com.newgroktimes.digest.subscribers.Subscribers;

/** Why somebody who was there at the freeze may not be mailed any more. */
@Component
final class LeftOut {

    private final Subscribers subscribers;
    private final Clock clock;

    LeftOut(Subscribers subscribers, Clock clock) {
        this.subscribers = subscribers;
        this.clock = clock;
    }

    /** Empty where they have come back meanwhile: then they keep their place on the ledger, and a later attempt finds them. */
    Optional<Note> why(long subscriber) {
        Optional<Subscriber> reader = subscribers.find(subscriber);
        return reader.isEmpty() ? Optional.of(note("ERASED")) : reader.flatMap(this::why);
    }

    private Optional<Note> why(Subscriber reader) {
        if (reader.suppressed() != null) {
            return Optional.of(note(reader.suppressed().name()));
        }
        if (reader.state() != SubscriberState.CONFIRMED) {
            return Optional.of(note("LEFT"));
        }
        if (reader.breakUntil() != null && reader.breakUntil().isAfter(clock.instant())) {
            return Optional.of(note("BREAK"));
        }
        return Optional.empty();
    }

    private static Note note(String reason) {
        return new Note(reason, "Since the audience was written down.");
    }
}
