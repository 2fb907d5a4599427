package com.newgroktimes.digest.subscribers;

import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import com.newgroktimes.digest.mail.EmailAddress;
import com.newgroktimes.digest.platform.Problem;
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
    private final Inboxes inboxes;
    private final Etiquette etiquette;
    private final InboxBudget budget;
    private final EvidenceLog evidence;
    private final LetterQueue letters;
    private final ErasedAddresses erased;
    private final SubscriberSettings settings;

    Invitations(
            Register register,
            Inboxes inboxes,
            Etiquette etiquette,
            InboxBudget budget,
            EvidenceLog evidence,
            LetterQueue letters,
            ErasedAddresses erased,
            SubscriberSettings settings) {
        this.register = register;
        this.inboxes = inboxes;
        this.etiquette = etiquette;
        this.budget = budget;
        this.evidence = evidence;
        this.letters = letters;
        this.erased = erased;
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
        /** They came with a list, and were told that they would not be asked again. */
        ASKED_BEFORE,
        /** They must not be mailed, or do not wait for a confirmation. */
        NOT_DUE
    }

    /**
     * For an address that somebody gave us elsewhere: as any sign-up, and the mail says who added them.
     *
     * @throws Problem where its reader had their data erased
     */
    public Outcome add(EmailAddress address, String locale, String from) {
        requireNotErased(address);
        long id = inboxes.enter(address, settings.source(SOURCE), locale);
        if (isTheSamePress(id)) {
            return Outcome.JUST_NOW;
        }
        if (!isDue(id, Occasion.ADDED)) {
            return Outcome.NOT_DUE;
        }
        if (!budget.grants(id, Request.ADDED, from)) {
            return Outcome.TOO_OFTEN;
        }
        letters.add(id, Occasion.ADDED);
        return Outcome.MAILED;
    }

    /** Whoever signed up again by themselves has a row. */
    private void requireNotErased(EmailAddress address) {
        if (erased.isKnownInAnyCase(address) && register.find(address).isEmpty()) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "Their data were erased",
                    "Whoever had this address, or one that differs in upper and lower case alone, had their data erased. It comes back only by their own sign-up. Nothing was mailed or stored.");
        }
    }

    /** Once more for somebody who waits, in the words that fit how they came. */
    public Outcome again(long subscriber, String from) {
        boolean due = isDue(subscriber, Occasion.ASKING);
        inboxes.lock(subscriber);
        if (!due) {
            return Outcome.NOT_DUE;
        }
        if (isTheSamePress(subscriber)) {
            return Outcome.JUST_NOW;
        }
        Occasion cameBy = howTheyCame(subscriber);
        if (cameBy == Occasion.ASKING && everHappened(subscriber, Act.ASKED_TO_CONFIRM)) {
            return Outcome.ASKED_BEFORE;
        }
        if (!etiquette.mayAct(subscriber, InboxBudget.counted())) {
            return Outcome.TOO_OFTEN;
        }
        evidence.note(subscriber, Act.ASKED_TO_CONFIRM, from);
        letters.add(subscriber, cameBy);
        return Outcome.MAILED;
    }

    private boolean everHappened(long subscriber, Act act) {
        return evidence.count(subscriber, act, Instant.EPOCH) > 0;
    }

    private Occasion howTheyCame(long subscriber) {
        if (everHappened(subscriber, Act.SIGNED_UP)) {
            return Occasion.SIGN_UP;
        }
        return everHappened(subscriber, Act.ADDED) ? Occasion.ADDED : Occasion.ASKING;
    }

    private boolean isDue(long subscriber, Occasion occasion) {
        return register.hold(subscriber)
                .flatMap(reader -> etiquette.due(reader, occasion))
                .isPresent();
    }

    private boolean isTheSamePress(long subscriber) {
        return evidence.countForInbox(subscriber, new Act[] {Act.SIGNED_UP, Act.ADDED, Act.ASKED_TO_CONFIRM}, ONE_PRESS)
                > 0;
    }
}
