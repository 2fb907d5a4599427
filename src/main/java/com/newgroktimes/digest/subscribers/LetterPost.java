package com.newgroktimes.digest.subscribers;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.newgroktimes.digest.mail.Answer;
import com.newgroktimes.digest.mail.Relay;

/** Brings a letter to the relay, if one is still due, and notes what became of it. */
@Component
class LetterPost {

    private static final Logger log = LoggerFactory.getLogger(LetterPost.class);

    private static final String BY_MAIL = "mail";

    private final Register register;
    private final Etiquette etiquette;
    private final LetterWriter writer;
    private final Relay relay;
    private final EvidenceLog evidence;
    private final Departures departures;

    LetterPost(
            Register register,
            Etiquette etiquette,
            LetterWriter writer,
            Relay relay,
            EvidenceLog evidence,
            Departures departures) {
        this.register = register;
        this.etiquette = etiquette;
        this.writer = writer;
        this.relay = relay;
        this.evidence = evidence;
        this.departures = departures;
    }

    /** @throws NotTaken where it is worth another try */
    void bring(Letter letter) {
        register.find(letter.subscriber())
                .ifPresent(to -> etiquette.due(to, letter.occasion()).ifPresent(kind -> offer(kind, to, letter)));
    }

    private void offer(LetterKind kind, Subscriber to, Letter letter) {
        Answer answer = relay.offer(writer.write(kind, to, letter.asked()));
        switch (answer.outcome()) {
            case ACCEPTED -> evidence.note(to.id(), kind.mailed(), BY_MAIL);
            case REFUSED -> refused(to, answer);
            // It may be in their inbox. If not, they can ask again.
            case UNKNOWN -> evidence.note(to.id(), Act.MAIL_UNANSWERED, BY_MAIL);
            case PUT_OFF, RELAY_AWAY, RELAY_REFUSES, OURS, MESSAGE_REFUSED -> throw new NotTaken(kind, to, answer);
        }
    }

    private void refused(Subscriber to, Answer answer) {
        evidence.note(to.id(), Act.MAIL_REFUSED, answer.code(), BY_MAIL);
        log.info("The mail to {} was refused: {}", to.address(), answer.reply());
        if (answer.saysNoSuchMailbox()) {
            departures.suppress(to.id(), Suppression.HARD_BOUNCE, BY_MAIL);
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
