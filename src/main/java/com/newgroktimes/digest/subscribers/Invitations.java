package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.subscribers.Letter.Occasion;

/**
 * Confirmation mails that an operator has sent, one by one. They put nobody on the list, and count with whatever else an inbox is
 * mailed because somebody asked for it.
 */
@Component
@Transactional
public class Invitations {

    /** Where readers come from who were added by hand, if the settings name it. */
    private static final String SOURCE = "console";

    /** Who presses a button again within that time means the same press. */
    private static final Duration ONE_PRESS = Duration.ofMinutes(1);

    private final Register register;
    private final Etiquette etiquette;
    private final InboxBudget budget;
    private final EvidenceLog evidence;
    private final LetterQueue letters;
    private final SubscriberSettings settings;

    Invitations(
            Register register,
            Etiquette etiquette,
            InboxBudget budget,
            EvidenceLog evidence,
            LetterQueue letters,
            SubscriberSettings settings) {
        this.register = register;
        this.etiquette = etiquette;
        this.budget = budget;
        this.evidence = evidence;
        this.letters = letters;
        this.settings = settings;
    }

    /** What became of one. */
    public enum Outcome {
        /** A mail is on its way. */
        MAILED,
        /** One was asked for within the last minute; this is taken for the same press. */
        JUST_NOW,
        /** The inbox was mailed often enough for now. */
        TOO_OFTEN,
        /** They must not be mailed, or do not wait for a confirmation. */
        NOT_DUE
    }

    /** For an address that somebody gave us elsewhere: as any sign-up. */
    public Outcome add(EmailAddress address, String locale, String from) {
        long id = register.enter(address, settings.source(SOURCE), locale);
        if (isTheSamePress(id)) {
            return Outcome.JUST_NOW;
        }
        if (!isDue(id, Occasion.SIGN_UP)) {
            return Outcome.NOT_DUE;
        }
        if (!budget.grants(id, Request.SIGN_UP, from)) {
            return Outcome.TOO_OFTEN;
        }
        letters.add(id, Occasion.SIGN_UP);
        return Outcome.MAILED;
    }

    /** Once more for somebody who waits, in the words that fit how they came. */
    public Outcome again(long subscriber, String from) {
        boolean due = isDue(subscriber, Occasion.ASKING);
        register.lockInbox(subscriber);
        if (!due) {
            return Outcome.NOT_DUE;
        }
        if (isTheSamePress(subscriber)) {
            return Outcome.JUST_NOW;
        }
        if (!etiquette.mayAct(subscriber, InboxBudget.counted())) {
            return Outcome.TOO_OFTEN;
        }
        boolean theyAsked = evidence.count(subscriber, Act.SIGNED_UP, Instant.EPOCH) > 0;
        evidence.note(subscriber, Act.ASKED_TO_CONFIRM, from);
        letters.add(subscriber, theyAsked ? Occasion.SIGN_UP : Occasion.ASKING);
        return Outcome.MAILED;
    }

    private boolean isDue(long subscriber, Occasion occasion) {
        return register.hold(subscriber)
                .flatMap(reader -> etiquette.due(reader, occasion))
                .isPresent();
    }

    private boolean isTheSamePress(long subscriber) {
        return evidence.countForInbox(subscriber, new Act[] {Act.SIGNED_UP, Act.ASKED_TO_CONFIRM}, ONE_PRESS) > 0;
    }
}
