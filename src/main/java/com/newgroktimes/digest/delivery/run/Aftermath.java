package com.newgroktimes.digest.delivery.run;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.delivery.DeliverySettings;
import com.newgroktimes.digest.delivery.DeliveryState;
import com.newgroktimes.digest.delivery.Refused;
import com.newgroktimes.digest.delivery.ledger.Delivery;
import com.newgroktimes.digest.delivery.ledger.Settlement;
import com.newgroktimes.digest.delivery.ledger.Settlement.Note;
import com.newgroktimes.digest.mail.Answer;
import com.newgroktimes.digest.mail.Outcome;

/** What follows from the relay's answer: for the delivery, for its destination and for the run. */
@Component
final class Aftermath {

    private static final Logger log = LoggerFactory.getLogger(Aftermath.class);

    private final Retries retries;
    private final Brake brake;
    private final ApplicationEventPublisher events;

    Aftermath(DeliverySettings settings, Brake brake, ApplicationEventPublisher events, Clock clock) {
        this.retries = new Retries(settings.giveUpAfter(), clock);
        this.brake = brake;
        this.events = events;
    }

    Settlement of(Run run, Delivery delivery, Answer answer) {
        Note note = new Note(answer.code(), answer.reply());
        return switch (answer.outcome()) {
            case ACCEPTED -> accepted(run, delivery, note);
            case PUT_OFF -> putOff(run, delivery, note);
            case REFUSED -> refused(run, delivery, answer, note);
            case UNKNOWN -> Settlement.offered(delivery, DeliveryState.UNKNOWN, note);
            case RELAY_AWAY -> relayAway(run, delivery, note);
            case RELAY_REFUSES -> relayRefuses(run, delivery, answer);
            case OURS -> ours(run, delivery, note);
        };
    }

    private Settlement accepted(Run run, Delivery delivery, Note note) {
        run.patience().back();
        run.destinations().accepts();
        return Settlement.offered(delivery, DeliveryState.ACCEPTED, note);
    }

    private Settlement putOff(Run run, Delivery delivery, Note note) {
        run.patience().back();
        return retries.after(delivery)
                .map(again -> Settlement.putOff(delivery, note, again))
                .orElseGet(() -> Settlement.offered(delivery, DeliveryState.GAVE_UP, note));
    }

    private Settlement refused(Run run, Delivery delivery, Answer answer, Note note) {
        run.patience().back();
        tell(new Refused(run.edition(), delivery.subscriber(), answer));
        return Settlement.offered(delivery, DeliveryState.REFUSED, note);
    }

    // Whatever a listener makes of it: the refusal itself must reach the ledger.
    private void tell(Refused refused) {
        try {
            events.publishEvent(refused);
        } catch (RuntimeException e) {
            log.error(
                    "Nobody could act on a refusal of reader {} ({}).",
                    refused.subscriber(),
                    refused.answer().code(),
                    e);
        }
    }

    private Settlement relayAway(Run run, Delivery delivery, Note note) {
        away(run, note.reply());
        return Settlement.returned(delivery, null);
    }

    private void away(Run run, String lastWord) {
        run.patience().away();
        if (run.patience().isExhausted()) {
            brake.pause(
                    run.edition(),
                    "The mail server has been away for too long: look whether it runs. Its last word: " + lastWord);
        }
    }

    private Settlement ours(Run run, Delivery delivery, Note note) {
        run.patience().back();
        if (delivery.reader() != null
                && run.destinations().refusesUs(delivery.reader().domain())) {
            brake.pause(
                    run.edition(),
                    "Several destinations in a row refuse us, not their readers: look at what they say of us. "
                            + note.reply());
        }
        return Settlement.returned(delivery, note);
    }

    private Settlement relayRefuses(Run run, Delivery delivery, Answer answer) {
        run.patience().back();
        pauseRefused(run, answer);
        return Settlement.returned(delivery, new Note(answer.code(), answer.reply()));
    }

    private void pauseRefused(Run run, Answer answer) {
        brake.pause(
                run.edition(),
                "The mail server refuses us: check user name, password, sender and the size of the edition. It says: "
                        + answer.reply());
    }

    /** For a line that could not be opened, so that nothing was claimed for it. One refused sign-in is enough: more would lock us out. */
    void ofNoLine(Run run, Answer answer) {
        if (answer.outcome() == Outcome.RELAY_REFUSES) {
            pauseRefused(run, answer);
        } else {
            away(run, answer.reply());
        }
    }
}
