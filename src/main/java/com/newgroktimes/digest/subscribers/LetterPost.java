package com.newgroktimes.digest.subscribers;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.Answer;
import com.newgroktimes.digest.mail.Relays;
import com.newgroktimes.digest.subscribers.Letter.Occasion;

/** Brings a letter to the relay, if one is still due, and notes what became of it. */
@Component
class LetterPost {

    private static final Logger log = LoggerFactory.getLogger(LetterPost.class);

    private final Register register;
    private final AddressChangeTable changes;
    private final Etiquette etiquette;
    private final LetterWriter writer;
    private final TextVersion textVersion;
    private final ShownTexts shown;
    private final Relays relays;
    private final EvidenceLog evidence;
    private final Departures departures;

    LetterPost(
            Register register,
            AddressChangeTable changes,
            Etiquette etiquette,
            LetterWriter writer,
            TextVersion textVersion,
            ShownTexts shown,
            Relays relays,
            EvidenceLog evidence,
            Departures departures) {
        this.register = register;
        this.changes = changes;
        this.etiquette = etiquette;
        this.writer = writer;
        this.textVersion = textVersion;
        this.shown = shown;
        this.relays = relays;
        this.evidence = evidence;
        this.departures = departures;
    }

    /**
     * @return what is to be noted of it, in the transaction in which it stops being owed
     * @throws NotTaken where it is worth another try
     */
    Runnable bring(Letter letter) {
        return addressee(letter)
                .flatMap(to -> etiquette.due(to, letter.occasion()).map(kind -> offer(kind, to, letter)))
                .orElse(LetterPost::noteNothing);
    }

    private static void noteNothing() {}

    /** Whoever dropped a change, or had another one since, is written nothing of it. */
    private Optional<Subscriber> addressee(Letter letter) {
        Optional<Subscriber> reader = register.find(letter.subscriber());
        if (letter.occasion() == Occasion.NEW_ADDRESS) {
            return reader.filter(to -> changes.waiting(letter).isPresent());
        }
        if (letter.occasion() == Occasion.ADDRESS_CHANGED) {
            return reader.flatMap(
                    to -> changes.addressesBefore(to.id()).stream().findFirst().map(to::at));
        }
        return reader;
    }

    private Runnable offer(LetterKind kind, Subscriber to, Letter letter) {
        String version = textVersion.of(kind); // before the relay takes its time: templates may change meanwhile
        shown.keepLetter(kind, version);
        Answer answer = relays.offer(writer.write(kind, to, letter));
        return switch (answer.outcome()) {
            case ACCEPTED -> () -> note(to, kind.mailed(), "", version);
            case REFUSED -> () -> refused(kind, to, answer, version);
            // It may be in their inbox. If not, they can ask again.
            case UNKNOWN -> () -> note(to, Act.MAIL_UNANSWERED, "", version);
            case PUT_OFF, RELAY_AWAY, RELAY_REFUSES, OURS, MESSAGE_REFUSED -> throw new NotTaken(kind, to, answer);
        };
    }

    private void note(Subscriber to, Act act, String detail, String version) {
        evidence.noteMail(to.id(), act, detail, version);
    }

    private void refused(LetterKind kind, Subscriber to, Answer answer, String version) {
        note(to, Act.MAIL_REFUSED, answer.code(), version);
        log.info("The mail to {} was refused: {}", to.address(), answer.reply());
        if (answer.saysNoSuchMailbox() && kind != LetterKind.ADDRESS_CHANGED) {
            departures.cameBack(to.id(), to.address(), EvidenceLog.BY_MAIL);
        }
    }

    /** The relay did not take it, for a reason that may pass. */
    static final class NotTaken extends RuntimeException {

        NotTaken(LetterKind kind, Subscriber to, Answer answer) {
            super(
                    "The relay did not take the %s mail to %s (%s). It is tried again."
                            .formatted(kind.template(), to.address(), answer.reply()),
                    null,
                    false,
                    false);
        }
    }
}
