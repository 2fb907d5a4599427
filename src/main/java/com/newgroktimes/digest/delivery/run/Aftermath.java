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
import com.newgroktimes.digest.delivery.run.Waiting.Cause;
import com.newgroktimes.digest.mail.Answer;
import com.newgroktimes.digest.mail.Outcome;

/** What follows from the relay's answer: for the delivery, for its destination and for the run. */
@Component
final class Aftermath {

    private static final Logger log = LoggerFactory.getLogger(Aftermath.class);

    private final Retries retries;
    private final SafetyPause pause;
    private final Notice notice;
    private final ApplicationEventPublisher events;

    Aftermath(
            DeliverySettings settings,
            SafetyPause pause,
            Notice notice,
            ApplicationEventPublisher events,
            Clock clock) {
        this.retries = new Retries(settings.giveUpAfter(), settings.retry(), clock);
        this.pause = pause;
        this.notice = notice;
        this.events = events;
    }

    Settlement of(Run run, Carrier carrier, Delivery delivery, String domain, Answer answer) {
        Note note = Note.of(answer);
        if (answer.outcome() == Outcome.RELAY_AWAY) {
            away(run, carrier, answer.reply());
            return Settlement.returned(delivery, null);
        }
        lookAtTheRelay(run, carrier, delivery, domain, answer);
        return switch (answer.outcome()) {
            case ACCEPTED -> accepted(run, carrier, delivery, domain, note);
            case PUT_OFF -> putOff(run, delivery, domain, answer, note);
            case REFUSED -> refused(run, carrier, delivery, domain, answer, note);
            case UNKNOWN -> inDoubt(run, carrier, delivery, answer, note);
            case RELAY_REFUSES, RELAY_AWAY -> relayRefuses(run, carrier, delivery, answer, note);
            case OURS, MESSAGE_REFUSED -> ours(run, carrier, delivery, domain, answer, note);
        };
    }

    /** What the answer says of the relay itself, whomever the message was for. */
    private void lookAtTheRelay(Run run, Carrier carrier, Delivery delivery, String domain, Answer answer) {
        boolean news = switch (answer.outcome()) {
            case ACCEPTED -> carrier.accepts();
            case UNKNOWN -> carrier.leavesInDoubt(answer.reply());
            case PUT_OFF -> putsOff(run, carrier, delivery, domain, answer);
            case REFUSED, OURS, MESSAGE_REFUSED -> carrier.answers();
            case RELAY_AWAY, RELAY_REFUSES -> false;
        };
        if (news) {
            tell(run);
        }
        if (!carrier.isProven()) {
            pauseIfNoneIsLeft(run);
        }
    }

    private static boolean putsOff(Run run, Carrier carrier, Delivery delivery, String domain, Answer answer) {
        if (answer.isBrokenOff()) {
            return carrier.breaksOff(answer.reply());
        }
        // those who were put off before are what is left of many, since their servers do so
        boolean saysSomething =
                answer.ofRelay() || (delivery.state() == DeliveryState.WAITING && !answer.isGreylisting());
        return saysSomething ? carrier.putsOff(run.destinations().nameOf(domain), answer.reply()) : carrier.answers();
    }

    private Settlement accepted(Run run, Carrier carrier, Delivery delivery, String domain, Note note) {
        run.destinations().accepts(delivery);
        carrier.hearsay().believed().forEach(Runnable::run);
        run.safety().accepted(carrier.withinASentence(), run.destinations().nameOf(domain));
        return Settlement.offered(delivery, DeliveryState.ACCEPTED, note);
    }

    private Settlement putOff(Run run, Delivery delivery, String domain, Answer answer, Note note) {
        run.safety().putOff();
        if (answer.asksForQuiet()) {
            run.destinations().asksForQuiet(domain, answer.reply());
        } else if (answer.asksToSlow() && !answer.ofRelay()) {
            run.destinations().asksToSlow(domain, answer.reply());
        }
        return retries.after(delivery)
                .map(again -> Settlement.putOff(delivery, note, again))
                .orElseGet(() -> Settlement.offered(delivery, DeliveryState.GAVE_UP, note));
    }

    private Settlement inDoubt(Run run, Carrier carrier, Delivery delivery, Answer answer, Note note) {
        carrier.leavesTooManyInDoubt(answer.reply()).ifPresent(reason -> pause(run, reason));
        run.safety().leftInDoubt(answer.reply()).ifPresent(reason -> pause(run, reason));
        return Settlement.offered(delivery, DeliveryState.UNKNOWN, note);
    }

    private Settlement refused(Run run, Carrier carrier, Delivery delivery, String domain, Answer answer, Note note) {
        Delivery.Reader reader = delivery.reader();
        if (reader != null) {
            tell(new Refused(run.edition(), delivery.subscriber(), reader.address(), answer));
        }
        run.safety()
                .refused(carrier.withinASentence(), run.destinations().nameOf(domain), note.reply())
                .ifPresent(reason -> pause(run, reason));
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

    private void away(Run run, Carrier carrier, String lastWord) {
        if (carrier.away(lastWord)) {
            tell(run);
        }
        pauseIfNoneIsLeft(run);
    }

    /** What is wrong with relays at this moment; where others are there, they take the share of those. */
    private void tell(Run run) {
        synchronized (run.waiting()) { // what was looked at first must not be written last
            run.carriers()
                    .trouble()
                    .ifPresentOrElse(
                            trouble -> notice.waits(run.waiting(), Cause.RELAY, trouble),
                            () -> notice.goesOn(run.waiting(), Cause.RELAY));
        }
    }

    private void pauseIfNoneIsLeft(Run run) {
        if (run.carriers().areGone()) {
            pause(run, run.carriers().whyGone());
        }
    }

    private Settlement ours(Run run, Carrier carrier, Delivery delivery, String domain, Answer answer, Note note) {
        long subscriber = delivery.subscriber();
        if (!run.carriers().mayOthersBring(carrier, subscriber)) {
            isRefused(run, domain, answer);
        } else if (carrier.hearsay()
                .says(subscriber, run.destinations().nameOf(domain), () -> isRefused(run, domain, answer))) {
            carrier.refusesAll(answer.reply());
            tell(run);
            pauseIfNoneIsLeft(run);
        }
        return Settlement.returned(delivery, note);
    }

    /** By the destination, as far as anybody can tell. */
    private void isRefused(Run run, String domain, Answer answer) {
        if (answer.outcome() == Outcome.MESSAGE_REFUSED) {
            run.safety().messageRefused(answer.reply()).ifPresent(reason -> pause(run, reason));
        }
        boolean oneTooMany = answer.asksForQuiet()
                ? run.destinations().refusesSoMuch(domain, answer.reply())
                : run.destinations().refusesUs(domain, answer.reply());
        if (oneTooMany) {
            pause(
                    run,
                    "Several destinations in a row refuse us, not their readers: look at what they say of us. "
                            + answer.reply());
        }
    }

    private void pause(Run run, String reason) {
        pause.begin(run.edition(), reason);
        run.gate().looksAgain();
    }

    private Settlement relayRefuses(Run run, Carrier carrier, Delivery delivery, Answer answer, Note note) {
        refusesUs(run, carrier, answer);
        return Settlement.returned(delivery, note);
    }

    private void refusesUs(Run run, Carrier carrier, Answer answer) {
        carrier.refusesUs(answer.reply());
        if (run.carriers().areGone()) {
            pauseIfNoneIsLeft(run);
        } else {
            tell(run);
        }
    }

    /** For a reader whom none of the relays takes that are there: nobody has tried, and they wait for the others as long as the edition does. */
    Settlement ofNoCarrier(Run run, Delivery delivery) {
        String why = "The mail servers that are there take no address with letters beyond ASCII. "
                + run.carriers().whyNotBeyondAscii();
        return Settlement.putOffUntried(
                delivery, Note.of(new Answer(Outcome.RELAY_AWAY, "", why)), retries.afterNoTry(delivery));
    }

    /** For a line that could not be opened, so that nothing was claimed for it. One refused sign-in is enough: more would lock us out. */
    void ofNoLine(Run run, Carrier carrier, Answer answer) {
        if (answer.outcome() == Outcome.RELAY_REFUSES) {
            refusesUs(run, carrier, answer);
        } else {
            away(run, carrier, answer.reply());
        }
    }
}
